package org.canbao.estimate.rd;

import java.util.stream.IntStream;

/**
 * The rows on one side of a cutoff in ascending order of the running variable, equal ones of the outcome: a total order
 * but for rows that are equal in both.
 *
 * <p>The arrays are shared, not copied; nobody may write to them.
 */
public final class SideRows {
    private final double[] x;
    private final double[] y;
    private final double[] weights;
    private final int values;

    private SideRows(double[] x, double[] y, double[] weights) {
        this.x = x;
        this.y = y;
        this.weights = weights;
        this.values = (int) IntStream.range(0, x.length)
                .filter(i -> i == 0 || x[i] != x[i - 1])
                .count();
    }

    /** The rows of these places in arrays. */
    public static SideRows of(double[] x, double[] y, double[] weights, int[] places) {
        int[] order = IntStream.of(places)
                .boxed()
                .sorted((a, b) -> {
                    int byX = Double.compare(x[a], x[b]);
                    int byY = byX != 0 ? byX : Double.compare(y[a], y[b]);
                    return byY != 0 ? byY : Double.compare(weights[a], weights[b]);
                })
                .mapToInt(Integer::intValue)
                .toArray();
        return new SideRows(take(x, order), take(y, order), take(weights, order));
    }

    private static double[] take(double[] all, int[] places) {
        return IntStream.of(places).mapToDouble(i -> all[i]).toArray();
    }

    int size() {
        return x.length;
    }

    /** How many distinct values the running variable has. */
    public int values() {
        return values;
    }

    double[] x() {
        return x;
    }

    double[] y() {
        return y;
    }

    double[] weights() {
        return weights;
    }

    double first() {
        return x[0];
    }

    double last() {
        return x[x.length - 1];
    }

    /** The variance of the outcome, n-1, without weights. */
    double outcomeVariance() {
        double mean = 0;
        for (double value : y) {
            mean += value;
        }
        mean /= y.length;
        double squares = 0;
        for (double value : y) {
            squares += (value - mean) * (value - mean);
        }
        return squares / (y.length - 1);
    }
}
