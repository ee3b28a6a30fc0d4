package org.canbao.estimate;

import java.util.Arrays;

/**
 * Draws of a wild bootstrap whose weights have two values, by table: what {@value #CHUNK} clusters add to a draw is looked
 * up for their pattern of values, so that a draw is a few additions in place of a product with every cluster. As many as
 * the square of clusters are kept, {@value #PATTERNS} times over {@value #CHUNK}.
 */
final class SignTable {
    /** Clusters of a pattern. */
    private static final int CHUNK = 6;

    private static final int PATTERNS = 1 << CHUNK;
    /** Numbers that may be kept: what fits into a processor's second cache or little more. */
    private static final long MOST = 250_000;
    /** Draws from which a table pays. */
    private static final int LEAST_DRAWS = 1000;

    private final double high;
    private final int clusters;
    /** By chunk and pattern: D_0, D_1, q_0 and q_1. */
    private final double[][] sums;

    /**
     * The table.
     *
     * @param scores what each cluster adds
     * @param low one value of weights
     * @param high the other
     */
    SignTable(BootstrapScores scores, double low, double high) {
        this.high = high;
        this.clusters = scores.clusters();
        double[][] columns = scores.columns();
        sums = new double[chunks(clusters) * PATTERNS][columns[0].length];
        for (int at = 0; at < sums.length; at++) {
            int first = at / PATTERNS * CHUNK;
            for (int k = 0; k < CHUNK && first + k < clusters; k++) {
                addScaled(sums[at], (at >>> k & 1) == 1 ? high : low, columns[first + k]);
            }
        }
    }

    /** Whether a table pays. */
    static boolean pays(BootstrapScores scores, DrawnWeights weights) {
        long numbers = (long) chunks(scores.clusters()) * PATTERNS * 2 * (scores.clusters() + 1);
        return weights.values().length == 2 && numbers <= MOST && weights.draws() >= LEAST_DRAWS;
    }

    private static int chunks(int clusters) {
        return (clusters + CHUNK - 1) / CHUNK;
    }

    /** A worker's own memory. */
    BootstrapKernel kernel() {
        double[] weights = new double[clusters];
        double[] sum = new double[sums[0].length];
        return (source, first, count, numbers) -> {
            for (int draw = first; draw < first + count; draw++) {
                source.fill(weights, draw);
                Arrays.fill(sum, 0);
                for (int from = 0; from < clusters; from += CHUNK) {
                    add(sum, sums[from / CHUNK * PATTERNS + pattern(weights, from)]);
                }
                square(sum, numbers, draw);
            }
        };
    }

    private int pattern(double[] weights, int from) {
        int pattern = 0;
        for (int g = Math.min(from + CHUNK, clusters) - 1; g >= from; g--) {
            pattern = pattern << 1 | (weights[g] == high ? 1 : 0);
        }
        return pattern;
    }

    private static void addScaled(double[] sum, double factor, double[] x) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += factor * x[i];
        }
    }

    private static void add(double[] sum, double[] x) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += x[i];
        }
    }

    /** The five numbers of a draw out of D_0, D_1, q_0 and q_1. */
    private static void square(double[] sum, double[][] numbers, int draw) {
        int clusters = sum.length / 2 - 1;
        double own = 0;
        double mixed = 0;
        double moved = 0;
        for (int g = 2; g < clusters + 2; g++) {
            double q0 = sum[g];
            double q1 = sum[g + clusters];
            own += q0 * q0;
            mixed += q0 * q1;
            moved += q1 * q1;
        }
        numbers[0][draw] = sum[0];
        numbers[1][draw] = sum[1];
        numbers[2][draw] = own;
        numbers[3][draw] = mixed;
        numbers[4][draw] = moved;
    }
}
