package org.canbao.estimate;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** p-values of several tests, adjusted for their number. */
final class Stepdown {
    private static final double TIE = 1e-12;

    private Stepdown() {}

    /**
     * Romano and Wolf (2005; p-values as in 2016, with the draws counted as they are there): tests are taken by descending
     * |t|, and each is compared with the largest |t*| of a draw among itself and those after it; none is below one before.
     *
     * @param statistics |t| of each test
     * @param draws |t*| by test and draw
     * @param plusOne whether p is (c+1)/(n+1) rather than c/n
     */
    static double[] romanoWolf(double[] statistics, double[][] draws, boolean plusOne) {
        int[] order = order(statistics, true);
        int n = draws[0].length;
        double[] most = new double[n];
        double[] p = new double[statistics.length];
        for (int i = order.length - 1; i >= 0; i--) {
            double least = statistics[order[i]] * (1 - TIE);
            long extreme = 0;
            for (int draw = 0; draw < n; draw++) {
                most[draw] = Math.max(most[draw], draws[order[i]][draw]);
                extreme += most[draw] >= least ? 1 : 0;
            }
            p[order[i]] = plusOne ? (extreme + 1.0) / (n + 1.0) : extreme / (double) n;
        }
        for (int i = 1; i < order.length; i++) {
            p[order[i]] = Math.max(p[order[i]], p[order[i - 1]]);
        }
        return p;
    }

    /** Each test by itself. */
    static double[] single(double[] statistics, double[][] draws, boolean plusOne) {
        double[] p = new double[statistics.length];
        for (int s = 0; s < p.length; s++) {
            p[s] = romanoWolf(new double[] {statistics[s]}, new double[][] {draws[s]}, plusOne)[0];
        }
        return p;
    }

    /** Holm (1979): the i-th smallest of m times m - i + 1, at least those before it, at most one. */
    static double[] holm(double[] pValues) {
        int[] order = order(pValues, false);
        double[] adjusted = new double[pValues.length];
        double most = 0;
        for (int i = 0; i < order.length; i++) {
            most = Math.max(most, Math.min(1, (order.length - i) * pValues[order[i]]));
            adjusted[order[i]] = most;
        }
        return adjusted;
    }

    /** Benjamini and Hochberg (1995): the i-th smallest of m times m / i, at most those after it. */
    static double[] benjaminiHochberg(double[] pValues) {
        int[] order = order(pValues, false);
        double[] adjusted = new double[pValues.length];
        double least = 1;
        for (int i = order.length - 1; i >= 0; i--) {
            least = Math.min(least, order.length * pValues[order[i]] / (i + 1));
            adjusted[order[i]] = least;
        }
        return adjusted;
    }

    /** Positions by value, equal ones in their order. */
    private static int[] order(double[] values, boolean descending) {
        Comparator<Integer> ascending = Comparator.comparingDouble(i -> values[i]);
        Comparator<Integer> by = descending ? ascending.reversed() : ascending;
        return IntStream.range(0, values.length)
                .boxed()
                .sorted(by.thenComparingInt(i -> i))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Leaves out the draws in which some test has no statistic. */
    static double[][] complete(double[][] draws) {
        int[] kept = IntStream.range(0, draws[0].length)
                .filter(draw -> Arrays.stream(draws).noneMatch(test -> Double.isNaN(test[draw])))
                .toArray();
        double[][] complete = new double[draws.length][kept.length];
        for (int s = 0; s < draws.length; s++) {
            for (int i = 0; i < kept.length; i++) {
                complete[s][i] = draws[s][kept[i]];
            }
        }
        return complete;
    }
}
