package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.canbao.privacy.Protection;
import org.canbao.privacy.ShownCount;
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
    public List<FitFacts.Fact> facts(OrderedFit fit, TableContext context) {
        Labels labels = context.labels();
        List<OrderedFit.Level> levels = fit.levels();
        List<ShownCount> rows = ShownCount.line(
                context.protection(),
                levels.stream().mapToLong(OrderedFit.Level::rows).toArray());
        List<Text> words = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++) {
            Text level =
                    labels.valueText(fit.outcome(), Numbers.exact(levels.get(i).value()));
            words.add(Vocabulary.LEVEL_ROWS.text(level, rows.get(i).text()));
        }
        List<FitFacts.Fact> facts = new ArrayList<>();
        facts.add(new FitFacts.Fact(Vocabulary.LEVELS.text(), Vocabulary.list(words)));
        facts.add(new FitFacts.Fact(Vocabulary.ITERATIONS.text(), Text.of(String.valueOf(fit.iterations()))));
        facts.addAll(MarginalEffectsTable.facts(fit, context));
        return facts;
    }

    @Override
    public List<TableModel> following(OrderedFit fit, TableContext context) {
        List<TableModel.Row> rows = fit.cuts().stream()
                .<TableModel.Row>map(cut -> new TableModel.Line(cut.name(), Text.of(cut.name()), FitRows.cells(cut)))
                .toList();
        List<TableModel> tables = new ArrayList<>();
        tables.add(FitRows.table("cuts", Vocabulary.CUTS.text(), FitRows.columns(), rows, context));
        tables.addAll(MarginalEffectsTable.of(fit, context));
        return tables;
    }

    @Override
    public void records(OrderedFit fit, FitRecords out) throws IOException {
        for (Coefficient cut : fit.cuts()) {
            out.estimate("cut", cut, fit.inference().df(), "", "");
        }
        out.value("measure", "log_likelihood", fit.logLikelihood(), fit.n(), "");
        out.value("measure", "log_likelihood_null", fit.constantOnly(), fit.n(), "");
        MarginalEffectsTable.records(fit, out);
    }

    @Override
    public List<FooterRow> design(OrderedFit fit, Protection protection) {
        return List.of(new FooterRow(
                "levels",
                Vocabulary.LEVELS.text(),
                Cell.Count.ofOther(fit.levels().size())));
    }
}
