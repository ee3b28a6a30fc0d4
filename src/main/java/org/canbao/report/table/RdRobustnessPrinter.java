package org.canbao.report.table;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.RdVocabulary;
import org.canbao.report.Vocabulary;
import org.canbao.result.Coefficient;
import org.canbao.result.RdRobustnessFit;
import org.canbao.spec.Text;

/** What the robustness of a discontinuity says: a table of all estimates. */
final class RdRobustnessPrinter implements FitPrinter<RdRobustnessFit> {
    @Override
    public Class<RdRobustnessFit> type() {
        return RdRobustnessFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(RdRobustnessFit fit, TableContext context) {
        Labels labels = context.labels();
        return List.of(
                new FitFacts.Fact(Vocabulary.RUNNING.text(), labels.text(fit.running())),
                new FitFacts.Fact(Vocabulary.CUTOFF.text(), Text.of(Numbers.exact(fit.cutoff()))));
    }

    @Override
    public List<TableModel> leading(RdRobustnessFit fit, TableContext context) {
        RdRobustnessTable table = new RdRobustnessTable(fit, context, FitRows.DIGITS);
        return List.of(table.model("robustness", RdVocabulary.ROBUSTNESS.text(), table.notes()));
    }

    /** The baseline, which is the first line. */
    @Override
    public List<String> hidden(RdRobustnessFit fit) {
        return fit.coefficients().stream().map(Coefficient::name).toList();
    }

    @Override
    public void records(RdRobustnessFit fit, FitRecords out) throws IOException {
        for (RdRobustnessFit.Line line : fit.lines()) {
            String part = line.section().name().toLowerCase(Locale.ROOT);
            String name = Double.isNaN(line.value()) ? line.name() : Numbers.exact(line.value());
            Optional<Coefficient> estimate = line.estimate();
            if (estimate.isPresent()) {
                Coefficient c = estimate.get();
                Coefficient named = new Coefficient(
                        name, c.estimate(), c.stdError(), c.statistic(), c.pValue(), c.confLow(), c.confHigh());
                out.estimate(part, named, fit.inference().df(), String.valueOf(line.left() + line.right()), "");
            } else {
                out.note(part, name, line.reason());
            }
        }
    }
}
