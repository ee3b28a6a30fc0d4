package org.canbao.estimate.rd;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.canbao.math.Parallel;
import org.canbao.result.RdRandomizationFit;
import org.canbao.spec.RdRandomization.Grid;
import org.canbao.spec.RdRandomization.Lottery;
import org.canbao.spec.RdRandomization.Statistic;

/**
 * Tests of a sharp null hypothesis, the same effect for every row, by drawing treatment again (Fisher; Cattaneo, Frandsen
 * and Titiunik 2015): outcomes less the effect are what they would be under any draw.
 */
public final class RandomizationTest {
    /** Statistics that differ by less, relatively, count as equal. */
    private static final double TIE = 1e-12;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double[] outcome;
    private final LotteryUnits units;
    private final LotteryDraws draws;
    private final int threads;
    private final double[] treatedRows;
    private final double[] weights;

    /**
     * Tests on these rows.
     *
     * @param outcome of each row
     * @param units what treatment is drawn for
     * @param stream the name of the stream of random numbers
     */
    public RandomizationTest(double[] outcome, LotteryUnits units, Lottery lottery, String stream, int threads) {
        this.outcome = outcome;
        this.units = units;
        this.draws = new LotteryDraws(units, lottery, stream);
        this.threads = threads;
        this.treatedRows = IntStream.of(units.unitOfRow())
                .mapToDouble(unit -> units.treated()[unit] ? 1 : 0)
                .toArray();
        this.weights = new double[draws.size()];
        for (int d = 0; d < weights.length && draws.enumerated(); d++) {
            weights[d] = draws.weight(draws.draw(d));
        }
        if (!draws.enumerated()) {
            Arrays.fill(weights, 1);
        }
    }

    /** What is at least as extreme, among the draws that treat some rows and not all. */
    private record Count(double extreme, double all, int extremeDraws, int usedDraws) {}

    /** How many assignments are tried. */
    public int draws() {
        return draws.size();
    }

    /** Whether they are all there are. */
    public boolean enumerated() {
        return draws.enumerated();
    }

    /** The difference of means in the data. */
    public double difference() {
        return SideStatistic.of(Statistic.DIFFMEANS, outcome, units).of(units.treated());
    }

    /** The standard deviation of the difference of means over the draws, under an effect. */
    public double spread(double effect) {
        double[] drawn = Arrays.stream(distribution(Statistic.DIFFMEANS, without(effect)))
                .filter(value -> !Double.isNaN(value))
                .toArray();
        double mean = Arrays.stream(drawn).average().orElse(Double.NaN);
        double squares = Arrays.stream(drawn).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (drawn.length - 1));
    }

    /**
     * The test of an effect.
     *
     * @param asymptotic whether the p-value for large samples applies: rows are the units, and nothing was adjusted
     * @param level of the interval, in percent; the difference of means alone has one without a grid
     */
    public RdRandomizationFit.Test test(
            Statistic statistic,
            double effect,
            boolean asymptotic,
            double level,
            List<RdRandomizationFit.Tried> tried) {
        double[] under = without(effect);
        double value = SideStatistic.of(statistic, under, units).of(units.treated());
        Count count = count(statistic, under, value);
        double[] interval = statistic == Statistic.DIFFMEANS
                ? new EffectInterval(1 - level / 100, TIE).of(this::drawnDifferences, weights, !enumerated())
                : hull(statistic, tried, 1 - level / 100);
        return new RdRandomizationFit.Test(
                name(statistic),
                value,
                pValue(count),
                count.extreme() / count.all(),
                count.extremeDraws(),
                count.usedDraws(),
                asymptotic ? asymptotic(statistic, under, value) : Double.NaN,
                interval[0],
                interval[1]);
    }

    /** The p-value of the hypothesis that the effect is this one. */
    public double pValue(Statistic statistic, double effect) {
        double[] under = without(effect);
        double value = SideStatistic.of(statistic, under, units).of(units.treated());
        return pValue(count(statistic, under, value));
    }

    /** The p-values of the effects of a grid. */
    public List<RdRandomizationFit.Tried> tried(Statistic statistic, Grid grid) {
        return IntStream.range(0, grid.points())
                .mapToDouble(i -> grid.from() + (grid.to() - grid.from()) * i / (grid.points() - 1))
                .mapToObj(effect -> new RdRandomizationFit.Tried(name(statistic), effect, pValue(statistic, effect)))
                .toList();
    }

    private static String name(Statistic statistic) {
        return statistic.name().toLowerCase(Locale.ROOT);
    }

    /** Exact where all assignments were tried; otherwise the data count as one draw more. */
    private double pValue(Count count) {
        return enumerated() ? count.extreme() / count.all() : (count.extreme() + 1) / (count.all() + 1);
    }

    private Count count(Statistic statistic, double[] under, double value) {
        double[] drawn = distribution(statistic, under);
        double least = Math.abs(value) * (1 - TIE);
        double extreme = 0;
        double all = 0;
        int extremeDraws = 0;
        int used = 0;
        for (int d = 0; d < drawn.length; d++) {
            if (Double.isNaN(drawn[d])) {
                continue;
            }
            used++;
            all += weights[d];
            if (Math.abs(drawn[d]) >= least) {
                extreme += weights[d];
                extremeDraws++;
            }
        }
        return new Count(extreme, all, extremeDraws, used);
    }

    private double[] distribution(Statistic statistic, double[] values) {
        SideStatistic of = SideStatistic.of(statistic, values, units);
        double[] drawn = new double[draws.size()];
        Parallel.forEach(drawn.length, threads, d -> drawn[d] = of.of(draws.draw(d)));
        return drawn;
    }

    /** The differences of means of the outcome, and of the true treatment, the data first and then draw by draw. */
    private double[][] drawnDifferences() {
        double[] outcomes = distribution(Statistic.DIFFMEANS, outcome);
        double[] treatments = distribution(Statistic.DIFFMEANS, treatedRows);
        return new double[][] {{difference()}, outcomes, treatments};
    }

    private double[] without(double effect) {
        double[] under = outcome.clone();
        for (int row = 0; row < under.length; row++) {
            under[row] -= effect * treatedRows[row];
        }
        return under;
    }

    /** The least and the greatest effect of the grid that is not rejected. */
    private static double[] hull(Statistic statistic, List<RdRandomizationFit.Tried> tried, double alpha) {
        double[] kept = tried.stream()
                .filter(t -> t.statistic().equals(name(statistic)) && t.pValue() >= alpha)
                .mapToDouble(RdRandomizationFit.Tried::effect)
                .toArray();
        return kept.length == 0 ? new double[] {Double.NaN, Double.NaN} : new double[] {kept[0], kept[kept.length - 1]};
    }

    private double asymptotic(Statistic statistic, double[] under, double value) {
        return switch (statistic) {
            case RANKSUM -> 2 * NORMAL.survivalProbability(Math.abs(value));
            case DIFFMEANS -> 2 * NORMAL.survivalProbability(Math.abs(value) / unequalError(under));
            case KS -> Double.NaN;
        };
    }

    private double unequalError(double[] values) {
        double variance = 0;
        for (double side : new double[] {0, 1}) {
            double[] own = IntStream.range(0, values.length)
                    .filter(row -> treatedRows[row] == side)
                    .mapToDouble(row -> values[row])
                    .toArray();
            double mean = Arrays.stream(own).average().orElse(Double.NaN);
            double squares =
                    Arrays.stream(own).map(v -> (v - mean) * (v - mean)).sum();
            variance += squares / (own.length - 1) / own.length;
        }
        return Math.sqrt(variance);
    }
}
