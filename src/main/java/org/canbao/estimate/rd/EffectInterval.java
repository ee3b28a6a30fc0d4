package org.canbao.estimate.rd;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The effects that a randomization test of the difference of means does not reject, exactly.
 *
 * <p>Under the effect t, draw d gives a_d - t b_d, with a_d and b_d the differences of means of the outcome and of the
 * true treatment, and the data give a - t. As |b_d| is at most one, the draw is as extreme for the t between (a_d - a)/(b_d
 * - 1) and (a_d + a)/(b_d + 1), and a lies between them: the p-value falls on either side of a, and the ends of the
 * interval are order statistics of these bounds.
 */
final class EffectInterval {
    private final double alpha;
    private final double tie;

    EffectInterval(double alpha, double tie) {
        this.alpha = alpha;
        this.tie = tie;
    }

    /**
     * The ends; NaN where the interval has none.
     *
     * @param differences the difference in the data; those of the outcome, by draw; those of the treatment, by draw
     * @param weights the weight of each draw
     * @param countsItself whether the data count as one draw more
     */
    double[] of(Supplier<double[][]> differences, double[] weights, boolean countsItself) {
        double[][] all = differences.get();
        double a = all[0][0];
        int[] used = IntStream.range(0, weights.length)
                .filter(d -> !Double.isNaN(all[1][d]))
                .toArray();
        double[] low = new double[weights.length];
        double[] high = new double[weights.length];
        double total = countsItself ? 1 : 0;
        for (int d : used) {
            double b = all[2][d];
            boolean always = 1 - Math.abs(b) <= tie;
            double first = (all[1][d] - a) / (b - 1);
            double second = (all[1][d] + a) / (b + 1);
            low[d] = always ? Double.NEGATIVE_INFINITY : Math.min(first, second);
            high[d] = always ? Double.POSITIVE_INFINITY : Math.max(first, second);
            total += weights[d];
        }
        double needed = alpha * total * (1 - tie) - (countsItself ? 1 : 0);
        return new double[] {end(low, used, weights, needed, 1), end(high, used, weights, needed, -1)};
    }

    /** The first bound, from outside inwards, at which enough draws are as extreme. */
    private static double end(double[] bounds, int[] used, double[] weights, double needed, int sign) {
        int[] order = Arrays.stream(used)
                .boxed()
                .sorted(Comparator.comparingDouble(d -> sign * bounds[d]))
                .mapToInt(Integer::intValue)
                .toArray();
        double sum = 0;
        for (int d : order) {
            sum += weights[d];
            if (sum >= needed) {
                return needed <= 0 || Double.isInfinite(bounds[d]) ? Double.NaN : bounds[d];
            }
        }
        return Double.NaN;
    }
}
