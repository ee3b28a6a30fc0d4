package org.canbao.report.table;

import java.io.IOException;
import java.util.List;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.Coefficient;
import org.canbao.result.OrderedFit;
import org.canbao.spec.Text;

/** What a regression of an ordered outcome says beyond coefficients: its levels and its cut points. */
final class OrderedPrinter implements FitPrinter<OrderedFit> {
    @Override
    public Class<OrderedFit> type() {
        return OrderedFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(OrderedFit fit, Labels labels) {
        Text levels = Vocabulary.list(fit.levels().stream()
                .map(level -> Vocabulary.LEVEL_ROWS.text(
                        labels.valueText(fit.outcome(), Numbers.exact(level.value())), Numbers.grouped(level.rows())))
                .toList());
        return List.of(
                new FitFacts.Fact(Vocabulary.LEVELS.text(), levels),
                new FitFacts.Fact(Vocabulary.ITERATIONS.text(), Text.of(String.valueOf(fit.iterations()))));
    }

    @Override
    public List<TableModel> following(OrderedFit fit, TableContext context) {
        List<TableModel.Row> rows = fit.cuts().stream()
                .<TableModel.Row>map(cut -> new TableModel.Line(cut.name(), Text.of(cut.name()), FitRows.cells(cut)))
                .toList();
        return List.of(FitRows.table("cuts", Vocabulary.CUTS.text(), FitRows.columns(), rows, context));
    }

    @Override
    public void records(OrderedFit fit, FitRecords out) throws IOException {
        for (Coefficient cut : fit.cuts()) {
            out.estimate("cut", cut, fit.inference().df(), "", "");
        }
        out.value("measure", "log_likelihood", fit.logLikelihood(), fit.n(), "");
        out.value("measure", "log_likelihood_null", fit.constantOnly(), fit.n(), "");
    }

    @Override
    public List<FooterRow> design(OrderedFit fit) {
        return List.of(new FooterRow(
                "levels",
                Vocabulary.LEVELS.text(),
                new Cell.Count(fit.levels().size())));
    }
}
