package org.canbao.estimate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.rd.BinomialWindows;
import org.canbao.estimate.rd.LotteryUnits;
import org.canbao.estimate.rd.MassPoints;
import org.canbao.estimate.rd.RandomizationTest;
import org.canbao.estimate.rd.WindowGrowth;
import org.canbao.result.RdRandomizationFit.Balance;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec.Window;
import org.canbao.spec.RdRandomization;
import org.canbao.spec.RdRandomization.Select;

/**
 * The window in which covariates are as balanced as by lot: the largest for which the least p-value of all covariates, in
 * it and in every smaller window, is at least the level (Cattaneo, Frandsen and Titiunik 2015; rdwinselect). Each
 * covariate is tested on the rows that have it, with the statistic and the lottery of the outcome.
 */
final class WindowChoice {
    private final RdRandomization spec;
    private final Select select;
    private final Sample sample;
    private final EstimationOptions options;

    WindowChoice(RdRandomization spec, Sample sample, EstimationOptions options) {
        this.spec = spec;
        this.select = spec.select().orElseThrow();
        this.sample = sample;
        this.options = options;
    }

    /** The window, and the balance of all that were tried. */
    record Found(Window window, List<Balance> windows) {}

    /** One covariate's rows. */
    private record Covariate(String name, CutoffRows rows) {}

    /** The least p-value of a window, and whose it is. */
    private record Least(double pValue, String covariate) {}

    Found choose(CutoffRows outcome) {
        double[] distances = outcome.running().clone();
        long[] counts = new long[distances.length];
        for (int i = 0; i < distances.length; i++) {
            distances[i] -= spec.cutoff();
            counts[i] = 1;
        }
        MassPoints points = MassPoints.of(distances, counts);
        cutoff().requireBothSides(points.value(0), points.value(points.size() - 1));
        List<Covariate> covariates =
                select.covariates().stream().map(this::read).toList();
        List<Balance> windows = new ArrayList<>();
        Optional<Window> chosen = Optional.empty();
        boolean balanced = true;
        for (Window window : new WindowGrowth(points, spec.cutoff()).windows(select.grow(), select.windows())) {
            Balance balance = balance(window, outcome, covariates);
            windows.add(balance);
            balanced &= balance.least() >= select.level();
            if (balanced) {
                chosen = Optional.of(window);
            }
        }
        return new Found(chosen.orElseThrow(() -> noWindow(windows)), windows);
    }

    private Cutoff cutoff() {
        return new Cutoff(spec.common().id(), spec.running(), spec.cutoff());
    }

    private Covariate read(Expr covariate) {
        List<ColumnRef> keys = new ArrayList<>();
        spec.lottery().unit().ifPresent(keys::add);
        spec.lottery().within().ifPresent(keys::add);
        return new Covariate(
                covariate.text(),
                CutoffRows.read(spec.common(), cutoff(), covariate, List.of(), keys, sample, options));
    }

    private Balance balance(Window window, CutoffRows outcome, List<Covariate> covariates) {
        int[] inside = WindowRows.inside(outcome.running(), window);
        long right = IntStream.of(inside)
                .filter(i -> outcome.running()[i] >= spec.cutoff())
                .count();
        long left = inside.length - right;
        Least least = new Least(1, covariates.get(0).name());
        for (Covariate covariate : covariates) {
            double p = pValue(covariate, window);
            if (p < least.pValue()) {
                least = new Least(p, covariate.name());
            }
        }
        return new Balance(
                window.low(),
                window.high(),
                left,
                right,
                BinomialWindows.pValue(right, left, 0.5),
                least.pValue(),
                least.covariate());
    }

    private double pValue(Covariate covariate, Window window) {
        CutoffRows rows = covariate.rows();
        int[] inside = WindowRows.inside(rows.running(), window);
        double[] values =
                IntStream.of(inside).mapToDouble(i -> rows.outcome()[i]).toArray();
        LotteryUnits units = new UnitsOfRows(spec).of(rows, inside);
        RandomizationTest test =
                new RandomizationTest(values, units, spec.lottery(), "balance " + covariate.name(), options.threads());
        double p = test.pValue(spec.statistics().get(0), 0);
        return Double.isNaN(p) ? 1 : p;
    }

    private RuntimeException noWindow(List<Balance> windows) {
        Balance first = windows.get(0);
        return Diagnostic.error(
                        EstimateCode.NO_WINDOW,
                        "covariates are not balanced in the smallest window, from " + Cutoff.text(first.low()) + " to "
                                + Cutoff.text(first.high()) + ": the p-value of `" + first.covariate() + "` is "
                                + String.format(java.util.Locale.ROOT, "%.3f", first.least()))
                .at(spec.common().place())
                .hint("begin with a smaller window (`grow`), or say which one is used (`window`)")
                .toException();
    }
}
