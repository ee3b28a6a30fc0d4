package org.canbao.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.canbao.diag.Diagnostic;
import org.canbao.estimate.rd.LotteryUnits;
import org.canbao.estimate.rd.RandomizationTest;
import org.canbao.estimate.rd.SideTrend;
import org.canbao.result.Coefficient;
import org.canbao.result.RdRandomizationFit;
import org.canbao.result.RdRandomizationFit.Tried;
import org.canbao.result.WithCutoff;
import org.canbao.sample.Sample;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec.Window;
import org.canbao.spec.RdRandomization;
import org.canbao.spec.RdRandomization.Statistic;

/**
 * Randomization inference in a window about a cutoff (Cattaneo, Frandsen and Titiunik 2015).
 *
 * <p>Statistics and the adjustment by a polynomial are those of rdlocrand; its Kolmogorov–Smirnov statistic of draws does
 * not know of ties, this one does. The p-value is (c+1)/(n+1), rdlocrand's c/n is the share beside it.
 */
final class RdRandomizationEstimator implements Estimator<RdRandomization> {
    @Override
    public RdRandomizationFit estimate(RdRandomization spec, Sample sample, EstimationOptions options) {
        Cutoff cutoff = new Cutoff(spec.common().id(), spec.running(), spec.cutoff());
        List<ColumnRef> keys = new ArrayList<>();
        spec.lottery().unit().ifPresent(keys::add);
        spec.lottery().within().ifPresent(keys::add);
        CutoffRows rows = CutoffRows.read(spec.common(), cutoff, spec.outcome(), List.of(), keys, sample, options);
        cutoff.requireFinite(rows.running());
        WindowChoice.Found found = spec.window()
                .map(window -> new WindowChoice.Found(window, List.of()))
                .orElseGet(() -> new WindowChoice(spec, sample, options).choose(rows));
        int[] inside = WindowRows.inside(rows.running(), found.window());
        requireRows(spec, rows, inside, found.window());
        double[] running = take(rows.running(), inside);
        ConstantOutcome.refuse(take(rows.outcome(), inside), spec.common());
        double[] outcome = adjusted(spec, running, take(rows.outcome(), inside));
        LotteryUnits units = new UnitsOfRows(spec).of(rows, inside);
        RandomizationTest test =
                new RandomizationTest(outcome, units, spec.lottery(), "rd-randomization", options.threads());
        return fit(spec, rows, inside, found, outcome, units, test);
    }

    private static double[] adjusted(RdRandomization spec, double[] running, double[] outcome) {
        return spec.order() == 0 ? outcome : SideTrend.removed(running, outcome, spec.cutoff(), spec.order());
    }

    private static RdRandomizationFit fit(
            RdRandomization spec,
            CutoffRows rows,
            int[] inside,
            WindowChoice.Found found,
            double[] outcome,
            LotteryUnits units,
            RandomizationTest test) {
        boolean plain = spec.order() == 0
                && spec.lottery().unit().isEmpty()
                && spec.lottery().within().isEmpty();
        List<Tried> tried = new ArrayList<>();
        List<RdRandomizationFit.Test> tests = new ArrayList<>();
        for (Statistic statistic : spec.statistics()) {
            if (statistic != Statistic.DIFFMEANS) {
                spec.grid().ifPresent(grid -> tried.addAll(test.tried(statistic, grid)));
            }
            tests.add(test.test(statistic, spec.effect(), plain, spec.level(), tried));
        }
        Cutoff cutoff = new Cutoff(spec.common().id(), spec.running(), spec.cutoff());
        return new RdRandomizationFit(
                design(spec, found, units, test),
                side(spec, rows, inside, outcome, false),
                side(spec, rows, inside, outcome, true),
                tests,
                difference(spec, tests, test),
                tried,
                found.windows(),
                rows.inference("randomization", cutoff, rows.size() - inside.length, inside.length));
    }

    private static RdRandomizationFit.Design design(
            RdRandomization spec, WindowChoice.Found found, LotteryUnits units, RandomizationTest test) {
        return new RdRandomizationFit.Design(
                spec.outcome().text(),
                spec.running().name(),
                spec.cutoff(),
                found.window().low(),
                found.window().high(),
                spec.window().isEmpty(),
                spec.order(),
                spec.lottery().bernoulli(),
                spec.lottery().unit().map(ColumnRef::name),
                spec.lottery().within().map(ColumnRef::name),
                units.size(),
                spec.effect(),
                spec.level(),
                test.draws(),
                test.enumerated());
    }

    private static Optional<Coefficient> difference(
            RdRandomization spec, List<RdRandomizationFit.Test> tests, RandomizationTest test) {
        int place = spec.statistics().indexOf(Statistic.DIFFMEANS);
        if (place < 0) {
            return Optional.empty();
        }
        RdRandomizationFit.Test means = tests.get(place);
        double spread = test.spread(spec.effect());
        return Optional.of(new Coefficient(
                WithCutoff.JUMP,
                test.difference(),
                spread,
                means.value() / spread,
                means.pValue(),
                means.low(),
                means.high()));
    }

    private static RdRandomizationFit.Side side(
            RdRandomization spec, CutoffRows rows, int[] inside, double[] outcome, boolean right) {
        double[] own = IntStream.range(0, inside.length)
                .filter(i -> rows.running()[inside[i]] >= spec.cutoff() == right)
                .mapToDouble(i -> outcome[i])
                .toArray();
        double mean = Arrays.stream(own).average().orElse(Double.NaN);
        double squares = Arrays.stream(own).map(v -> (v - mean) * (v - mean)).sum();
        return new RdRandomizationFit.Side(own.length, mean, Math.sqrt(squares / (own.length - 1)));
    }

    private static void requireRows(RdRandomization spec, CutoffRows rows, int[] inside, Window window) {
        long right = IntStream.of(inside)
                .filter(i -> rows.running()[i] >= spec.cutoff())
                .count();
        long left = inside.length - right;
        if (Math.min(left, right) < 2) {
            throw Diagnostic.error(
                            EstimateCode.EMPTY_WINDOW,
                            "the window from " + Cutoff.text(window.low()) + " to " + Cutoff.text(window.high())
                                    + " has " + left + " rows left of the cutoff and " + right
                                    + " at or right of it; randomization needs two on each side")
                    .at(spec.running().place())
                    .hint("widen `window`")
                    .toException();
        }
    }

    private static double[] take(double[] all, int[] places) {
        return IntStream.of(places).mapToDouble(i -> all[i]).toArray();
    }
}
