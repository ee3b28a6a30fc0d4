package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.canbao.privacy.Protection;
import org.canbao.privacy.ShownCount;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.RdLocalFit;
import org.canbao.spec.Text;

/**
 * What a local-polynomial discontinuity says, in the order that users of rdrobust know: both sides with their rows, orders
 * and bandwidths, then the conventional, the bias-corrected and the robust row. Tables have one row of it: the
 * conventional estimate with the robust interval.
 */
final class RdLocalPrinter implements FitPrinter<RdLocalFit> {
    private static final int DIGITS = 4;

    @Override
    public Class<RdLocalFit> type() {
        return RdLocalFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(RdLocalFit fit, TableContext context) {
        return RdLocalFacts.of(fit, context.labels());
    }

    @Override
    public List<TableModel> leading(RdLocalFit fit, TableContext context) {
        return RdLocalTables.of(fit, context);
    }

    /** All: the tables above have them, the facts say which covariates were left out. */
    @Override
    public List<String> hidden(RdLocalFit fit) {
        return Stream.concat(
                        fit.coefficients().stream().map(Coefficient::name),
                        fit.dropped().stream().map(Fit.Dropped::name))
                .toList();
    }

    @Override
    public void records(RdLocalFit fit, FitRecords out) throws IOException {
        for (Coefficient row : fit.rows()) {
            out.estimate("coefficient", row, fit.inference().df(), "", "");
        }
        for (Coefficient row : fit.firstStage()) {
            out.estimate("first_stage", row, fit.inference().df(), "", "");
        }
        records("left", fit.left(), out);
        records("right", fit.right(), out);
        for (RdLocalFit.Warning warning : fit.warnings()) {
            out.note(
                    "warning",
                    RdLocalFacts.key(warning),
                    RdLocalFacts.words(warning, Text.of(fit.running())).en());
        }
    }

    private static void records(String side, RdLocalFit.Side at, FitRecords out) throws IOException {
        out.value("bandwidth_h", side, at.h(), at.nH(), "");
        out.value("bandwidth_b", side, at.b(), at.nB(), "");
        out.value("at_cutoff", side, at.value(), at.n(), "");
    }

    @Override
    public Optional<Cell> cell(RdLocalFit fit, String term, int digits) {
        if (!term.equals(RdLocalFit.JUMP)) {
            return Optional.empty();
        }
        Coefficient jump = fit.jump();
        return Optional.of(new Cell.Interval(jump.estimate(), jump.confLow(), jump.confHigh(), jump.pValue(), digits));
    }

    @Override
    public List<String> unlisted(RdLocalFit fit) {
        List<String> unlisted = new ArrayList<>(hidden(fit));
        unlisted.remove(RdLocalFit.JUMP);
        return unlisted;
    }

    @Override
    public List<FooterRow> design(RdLocalFit fit, Protection protection) {
        return List.of(
                new FooterRow(
                        "polynomial_order",
                        Vocabulary.POLYNOMIAL_ORDER.text(),
                        Cell.Count.ofOther(fit.design().order())),
                new FooterRow("kernel", Vocabulary.KERNEL.text(), new Cell.Words(RdLocalFacts.kernel(fit))),
                new FooterRow(
                        "bandwidth",
                        Vocabulary.BANDWIDTHS.text(),
                        words(shown(fit.left().h()), shown(fit.right().h()))),
                new FooterRow(
                        "effective_rows",
                        Vocabulary.EFFECTIVE_ROWS.text(),
                        effective(ShownCount.line(
                                protection, fit.left().nH(), fit.right().nH()))));
    }

    @Override
    public Text errors(RdLocalFit fit, SeWords words) {
        return words.ofInterval(fit.inference(), Numbers.exact(fit.design().level()));
    }

    @Override
    public List<Text> notes(RdLocalFit fit, Labels labels) {
        Text running = Prose.inline(labels.text(fit.running()));
        return fit.warnings().stream()
                .map(warning -> RdLocalFacts.words(warning, running))
                .toList();
    }

    private static Cell effective(List<ShownCount> rows) {
        ShownCount left = rows.get(0);
        ShownCount right = rows.get(1);
        return left.isShown() && right.isShown()
                ? words(left.text(), right.text())
                : new Cell.Hidden(left.text() + " / " + right.text());
    }

    private static Cell words(String left, String right) {
        return new Cell.Words(Vocabulary.BOTH_SIDES.text(left, right));
    }

    private static String shown(double bandwidth) {
        return Numbers.shown(bandwidth, Numbers.significant(DIGITS, bandwidth));
    }
}
