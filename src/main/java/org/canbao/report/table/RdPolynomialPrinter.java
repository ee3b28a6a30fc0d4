package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.canbao.privacy.Protection;
import org.canbao.privacy.ShownCount;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.report.Words;
import org.canbao.result.Fit;
import org.canbao.spec.Text;

/** What a discontinuity with a global polynomial says: where it is, its polynomial, and both sides at the cutoff. */
final class RdPolynomialPrinter implements FitPrinter<Fit.RdPolynomial> {
    private static final int DIGITS = 6;

    @Override
    public Class<Fit.RdPolynomial> type() {
        return Fit.RdPolynomial.class;
    }

    @Override
    public List<FitFacts.Fact> facts(Fit.RdPolynomial fit, TableContext context) {
        Labels labels = context.labels();
        Fit.Discontinuity at = fit.discontinuity();
        Words treated = at.treatedRight() ? Vocabulary.TREATED_RIGHT : Vocabulary.TREATED_LEFT;
        List<FitFacts.Fact> facts = new ArrayList<>();
        facts.add(fact(Vocabulary.RUNNING, labels.text(at.running())));
        facts.add(fact(Vocabulary.CUTOFF, treated.text(Numbers.exact(at.cutoff()))));
        if (!at.window().isEmpty()) {
            String low = Numbers.exact(at.window().get(0));
            String high = Numbers.exact(at.window().get(1));
            facts.add(fact(Vocabulary.WINDOW, Text.of("[" + low + ", " + high + "]")));
        }
        facts.add(fact(Vocabulary.POLYNOMIAL_ORDER, Text.of(String.valueOf(at.order()))));
        facts.add(fact(Vocabulary.POLYNOMIAL_SIDES, sides(at)));
        List<ShownCount> rows = ShownCount.line(
                context.protection(), fit.untreated().rows(), fit.treated().rows());
        facts.add(fact(
                Vocabulary.MEANS_AT_CUTOFF,
                Vocabulary.MEANS_OF_SIDES.text(
                        mean(rows.get(0), fit.untreated().mean()),
                        LossWords.rows(rows.get(0)),
                        mean(rows.get(1), fit.treated().mean()),
                        LossWords.rows(rows.get(1)))));
        return facts;
    }

    @Override
    public void records(Fit.RdPolynomial fit, FitRecords out) throws IOException {
        out.value(
                "at_cutoff",
                "untreated",
                fit.untreated().mean(),
                fit.untreated().rows(),
                "");
        out.value("at_cutoff", "treated", fit.treated().mean(), fit.treated().rows(), "");
    }

    @Override
    public List<String> unlisted(Fit.RdPolynomial fit) {
        return fit.polynomial();
    }

    @Override
    public List<FooterRow> design(Fit.RdPolynomial fit, Protection protection) {
        Fit.Discontinuity at = fit.discontinuity();
        return List.of(
                new FooterRow("polynomial_order", Vocabulary.POLYNOMIAL_ORDER.text(), Cell.Count.ofOther(at.order())),
                new FooterRow("polynomial_sides", Vocabulary.POLYNOMIAL_SIDES.text(), new Cell.Words(sides(at))));
    }

    private static Text sides(Fit.Discontinuity at) {
        return (at.separate() ? Vocabulary.SIDES_SEPARATE : Vocabulary.SIDES_COMMON).text();
    }

    /** A mean of few rows would tell of them. */
    private static Text mean(ShownCount rows, double mean) {
        return rows.isShown() ? shown(mean) : Text.of(Protection.COMPLEMENT);
    }

    private static FitFacts.Fact fact(Words label, Text value) {
        return new FitFacts.Fact(label.text(), value);
    }

    private static Text shown(double value) {
        return Text.of(Numbers.shown(value, Numbers.decimals(DIGITS, value)));
    }
}
