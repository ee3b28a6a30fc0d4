package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.Fit;
import org.canbao.spec.TableSpec.Statistic;
import org.canbao.spec.Text;

/** What placebo estimates say: their distribution, and how many are at least as large as the actual one. */
final class PlaceboPrinter implements FitPrinter<Fit.Placebo> {
    private static final int SHARE_DIGITS = 3;
    private static final double[] QUANTILES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    @Override
    public Class<Fit.Placebo> type() {
        return Fit.Placebo.class;
    }

    @Override
    public List<TableModel> following(Fit.Placebo placebo, TableContext context) {
        return List.of(draws(placebo, context));
    }

    @Override
    public void records(Fit.Placebo placebo, FitRecords out) throws IOException {
        int estimated = placebo.draws().size() - placebo.missing();
        out.test(
                "placebo",
                placebo.treatment(),
                placebo.actual().estimate(),
                placebo.pValue(),
                placebo.extreme() + " of " + estimated + " draws at least as large");
        List<Fit.Draw> draws = placebo.draws();
        for (int i = 0; i < draws.size(); i++) {
            Fit.Draw d = draws.get(i);
            out.estimate("placebo_draw", String.valueOf(i + 1), d.estimate(), d.stdError(), d.statistic(), d.pValue());
        }
    }

    @Override
    public List<FooterRow> tests(Fit.Placebo placebo) {
        return List.of(
                new FooterRow(
                        "permutation_p",
                        Vocabulary.PERMUTATION_P.text(),
                        new Cell.Number(placebo.pValue(), SHARE_DIGITS, false)),
                new FooterRow(
                        "permutation_draws",
                        Vocabulary.PERMUTATION_DRAWS.text(),
                        new Cell.Count(placebo.draws().size() - placebo.missing())));
    }

    @Override
    public List<Text> notes(Fit.Placebo placebo, Labels labels) {
        return placebo.missing() > 0 ? List.of(Vocabulary.DRAWS_MISSING.text(placebo.missing())) : List.of();
    }

    @Override
    public List<Text> legends() {
        return List.of(Vocabulary.PERMUTATION_NOTE.text());
    }

    private static TableModel draws(Fit.Placebo placebo, TableContext context) {
        Distribution draws = Distribution.of(
                placebo.draws().stream().mapToDouble(Fit.Draw::estimate).toArray());
        List<TableModel.Row> rows = new ArrayList<>();
        rows.add(FitRows.line(
                "actual",
                Vocabulary.ACTUAL.text(),
                FitRows.number(placebo.actual().estimate(), FitRows.DIGITS)));
        rows.add(FitRows.line(
                "draws", Vocabulary.DRAWS.text(), new Cell.Count(placebo.draws().size())));
        if (placebo.missing() > 0) {
            rows.add(FitRows.line("missing", Vocabulary.DRAWS_WITHOUT.text(), new Cell.Count(placebo.missing())));
        }
        rows.add(FitRows.line("extreme", Vocabulary.EXTREME.text(), new Cell.Count(placebo.extreme())));
        rows.add(
                FitRows.line("exact_p", Vocabulary.EXACT_P.text(), FitRows.number(placebo.pValue(), FitRows.P_DIGITS)));
        rows.add(FitRows.line(
                "mean", Vocabulary.DRAWS_MEAN.text(), FitRows.number(draws.statistic(Statistic.MEAN), FitRows.DIGITS)));
        rows.add(FitRows.line(
                "sd", Vocabulary.DRAWS_SD.text(), FitRows.number(draws.statistic(Statistic.SD), FitRows.DIGITS)));
        for (double p : QUANTILES) {
            String name = Numbers.fixed(p, 2);
            rows.add(FitRows.line(
                    "q" + name,
                    Vocabulary.DRAWS_QUANTILE.text(name),
                    FitRows.number(draws.quantile(p), FitRows.DIGITS)));
        }
        return FitRows.table(
                "placebo",
                Vocabulary.PLACEBO.text(context.labels().text(placebo.treatment())),
                List.of(new TableModel.Column(Vocabulary.VALUE.text())),
                rows,
                context);
    }
}
