package org.canbao.estimate.did;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.canbao.math.CounterRandom;
import org.canbao.math.Parallel;

/**
 * Multiplier bootstrap of influence functions (Callaway and Sant'Anna 2021, algorithm 1): in a draw, the score of each
 * cluster (or observation) is multiplied with an independent random number of mean zero and variance one. The standard error
 * is the interquartile range of the draws over that of the standard normal; the critical value of a simultaneous band is the
 * 95% quantile of the largest |draw| over standard error.
 */
final class MultiplierBootstrap {
    private static final double LEVEL = 0.95;
    private static final double NORMAL_RANGE = 2 * NormalDistribution.of(0, 1).inverseCumulativeProbability(0.75);
    private static final double ROOT = Math.sqrt(5);
    private static final double MAMMEN_LOW = (1 - ROOT) / 2;
    private static final double MAMMEN_HIGH = (1 + ROOT) / 2;
    /** Probability of the low point. */
    private static final double MAMMEN_P = (ROOT + 1) / (2 * ROOT);

    /** Per column of the scores, the draws. */
    private final double[][] draws;

    private final int size;

    /**
     * Draws.
     *
     * @param stream the name of the stream of random numbers
     * @param mammen whether multipliers are Mammen's two points; otherwise signs
     */
    MultiplierBootstrap(Scores scores, int draws, long seed, String stream, boolean mammen, int threads) {
        this.size = draws;
        this.draws = new double[scores.columns()][draws];
        Parallel.forEach(draws, threads, draw -> {
            double[] multipliers = multipliers(new CounterRandom(seed, stream, draw), scores.length(), mammen);
            for (int m = 0; m < scores.columns(); m++) {
                this.draws[m][draw] = scores.product(m, multipliers);
            }
        });
    }

    private static double[] multipliers(CounterRandom random, int size, boolean mammen) {
        double[] multipliers = new double[size];
        long bits = 0;
        for (int i = 0; i < size; i++) {
            if (mammen) {
                multipliers[i] = random.nextDouble() < MAMMEN_P ? MAMMEN_LOW : MAMMEN_HIGH;
            } else {
                bits = i % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
                multipliers[i] = (bits & 1) == 0 ? 1 : -1;
            }
        }
        return multipliers;
    }

    /** The draws of a target's error. */
    double[] of(Target target) {
        double[] sum = new double[size];
        for (int m = 0; m < draws.length; m++) {
            double weight = target.weights()[m];
            for (int b = 0; b < size && weight != 0; b++) {
                sum[b] += weight * draws[m][b];
            }
        }
        return sum;
    }

    /** The standard error from draws. */
    static double stdError(double[] draws) {
        double[] sorted = draws.clone();
        Arrays.sort(sorted);
        return (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / NORMAL_RANGE;
    }

    /** The critical value of a simultaneous band, from the draws of each target; NaN without any that has an error. */
    static double critical(double[][] draws) {
        double[] most = new double[draws[0].length];
        boolean any = false;
        for (double[] drawn : draws) {
            double error = stdError(drawn);
            any |= error > 0;
            for (int b = 0; b < most.length && error > 0; b++) {
                most[b] = Math.max(most[b], Math.abs(drawn[b] / error));
            }
        }
        Arrays.sort(most);
        return any ? quantile(most, LEVEL) : Double.NaN;
    }

    /** The quantile of sorted values without interpolation (type 1 of Hyndman and Fan 1996). */
    private static double quantile(double[] sorted, double probability) {
        int at = (int) Math.ceil(probability * sorted.length - 1e-9) - 1;
        return sorted[Math.max(0, at)];
    }
}
