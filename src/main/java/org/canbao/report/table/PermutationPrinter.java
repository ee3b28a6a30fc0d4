package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.Fit;
import org.canbao.result.Permuted;
import org.canbao.result.RandomizationFit;
import org.canbao.spec.TableSpec.Statistic;
import org.canbao.spec.Text;

/**
 * What estimates under drawn assignments say: their distribution, and how many are at least as large as the actual one.
 *
 * @param <F> the fit
 */
final class PermutationPrinter<F extends Permuted> implements FitPrinter<F> {
    private static final int SHARE_DIGITS = 3;
    private static final double[] QUANTILES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    private final Class<F> type;

    PermutationPrinter(Class<F> type) {
        this.type = type;
    }

    @Override
    public Class<F> type() {
        return type;
    }

    @Override
    public List<TableModel> following(F placebo, TableContext context) {
        return List.of(draws(placebo, context));
    }

    @Override
    public void records(F placebo, FitRecords out) throws IOException {
        int estimated = placebo.draws().size() - placebo.missing();
        out.test(
                "placebo",
                placebo.treatment(),
                placebo.actual().estimate(),
                placebo.pValue(),
                placebo.extreme() + " of " + estimated + " draws at least as large");
        if (placebo instanceof RandomizationFit fit && !Double.isNaN(fit.confLow())) {
            out.interval("randomization_interval", fit.coefficient(), fit.confLow(), fit.confHigh());
        }
        List<Fit.Draw> draws = placebo.draws();
        for (int i = 0; i < draws.size(); i++) {
            Fit.Draw d = draws.get(i);
            out.estimate("placebo_draw", String.valueOf(i + 1), d.estimate(), d.stdError(), d.statistic(), d.pValue());
        }
    }

    @Override
    public List<FooterRow> tests(F placebo) {
        return List.of(
                new FooterRow(
                        "permutation_p",
                        Vocabulary.PERMUTATION_P.text(),
                        new Cell.Number(placebo.pValue(), SHARE_DIGITS, false)),
                new FooterRow(
                        "permutation_draws",
                        Vocabulary.PERMUTATION_DRAWS.text(),
                        Cell.Count.ofOther(placebo.draws().size() - placebo.missing())));
    }

    @Override
    public List<Text> notes(F placebo, Labels labels) {
        return placebo.missing() > 0 ? List.of(Vocabulary.DRAWS_MISSING.text(placebo.missing())) : List.of();
    }

    @Override
    public List<Text> legends() {
        return List.of(Vocabulary.PERMUTATION_NOTE.text());
    }

    private static TableModel draws(Permuted placebo, TableContext context) {
        Distribution draws = Distribution.of(
                placebo.draws().stream().mapToDouble(Fit.Draw::estimate).toArray());
        List<TableModel.Row> rows = new ArrayList<>();
        rows.add(FitRows.line(
                "actual",
                Vocabulary.ACTUAL.text(),
                FitRows.number(placebo.actual().estimate(), FitRows.DIGITS)));
        rows.add(FitRows.line(
                "draws",
                Vocabulary.DRAWS.text(),
                Cell.Count.ofOther(placebo.draws().size())));
        if (placebo.missing() > 0) {
            rows.add(FitRows.line("missing", Vocabulary.DRAWS_WITHOUT.text(), Cell.Count.ofOther(placebo.missing())));
        }
        rows.add(FitRows.line("extreme", Vocabulary.EXTREME.text(), Cell.Count.ofOther(placebo.extreme())));
        rows.add(
                FitRows.line("exact_p", Vocabulary.EXACT_P.text(), FitRows.number(placebo.pValue(), FitRows.P_DIGITS)));
        if (placebo instanceof RandomizationFit fit) {
            addRandomization(rows, fit);
        }
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

    private static void addRandomization(List<TableModel.Row> rows, RandomizationFit fit) {
        rows.add(FitRows.line("share", Vocabulary.EXTREME_SHARE.text(), FitRows.number(fit.share(), FitRows.P_DIGITS)));
        if (!Double.isNaN(fit.confLow())) {
            rows.add(FitRows.line("conf_low", Vocabulary.SHARP_LOW.text(), end(fit.confLow())));
            rows.add(FitRows.line("conf_high", Vocabulary.SHARP_HIGH.text(), end(fit.confHigh())));
        }
    }

    private static Cell end(double value) {
        return Double.isInfinite(value)
                ? new Cell.Words(Text.of(BootstrapWords.end(value)))
                : FitRows.number(value, FitRows.DIGITS);
    }
}
