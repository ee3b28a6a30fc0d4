package org.canbao.estimate;

import java.util.Arrays;
import org.canbao.math.Parallel;

/**
 * The draws of a wild cluster bootstrap of one coefficient, from which the p-value of any null hypothesis follows without
 * new draws; 40 bytes per draw.
 *
 * <p>Restricted draws impose the null hypothesis and depend on it; unrestricted ones are of t about the estimate and do
 * not. Ties of |t*| with |t| count, within a relative 1e-12.
 */
final class BootstrapDraws {
    private static final double TIE = 1e-12;

    private final double[][] numbers;
    private final BootstrapScores.Block actual;
    private final boolean restricted;
    private final boolean plusOne;
    private final int threads;

    /**
     * Draws.
     *
     * @param restricted whether the draws impose the null hypothesis
     * @param plusOne whether p is (c+1)/(n+1) rather than c/n
     */
    BootstrapDraws(BootstrapScores scores, DrawnWeights weights, boolean restricted, boolean plusOne, int threads) {
        this.restricted = restricted;
        this.plusOne = plusOne;
        this.threads = threads;
        this.numbers = new double[5][weights.draws()];
        int blocks = (weights.draws() + BootstrapScores.BLOCK - 1) / BootstrapScores.BLOCK;
        int tasks = Math.min(blocks, 64);
        Parallel.forEach(tasks, threads, task -> {
            BootstrapScores.Block block = scores.new Block();
            for (int b = task; b < blocks; b += tasks) {
                int first = b * BootstrapScores.BLOCK;
                int count = Math.min(BootstrapScores.BLOCK, weights.draws() - first);
                block.draw(weights, first, count);
                block.copyTo(numbers, first, count);
            }
        });
        actual = scores.new Block();
        actual.actual();
    }

    /** The p-value of the null hypothesis that lies {@code d} below the estimate. */
    double pValue(double d) {
        double imposed = restricted ? d : 0;
        double bound = (1 - TIE) * (1 - TIE) * (d * d) / actual.variance(0, imposed);
        long[] extreme = new long[Math.max(1, threads)];
        Parallel.forEach(extreme.length, threads, part -> extreme[part] = countExtreme(imposed, bound, part));
        long count = Arrays.stream(extreme).sum();
        int draws = numbers[0].length;
        return plusOne ? (count + 1.0) / (draws + 1.0) : count / (double) draws;
    }

    /** How many draws of one of the parts, one per thread, are as extreme as the bound. */
    private long countExtreme(double imposed, double bound, int part) {
        double square = imposed * imposed;
        double[] zero = numbers[0];
        double[] one = numbers[1];
        double[] own = numbers[2];
        double[] mixed = numbers[3];
        double[] moved = numbers[4];
        int to = end(part);
        long extreme = 0;
        for (int draw = part == 0 ? 0 : end(part - 1); draw < to; draw++) {
            double distance = zero[draw] + imposed * one[draw];
            double spread = own[draw] + 2 * imposed * mixed[draw] + square * moved[draw];
            extreme += distance * distance >= bound * spread ? 1 : 0;
        }
        return extreme;
    }

    private int end(int part) {
        return (int) ((part + 1L) * numbers[0].length / Math.max(1, threads));
    }

    /** |t*| of each draw, without small-sample factors, for the null hypothesis {@code d} below the estimate. */
    double[] statistics(double d) {
        double imposed = restricted ? d : 0;
        double[] statistics = new double[numbers[0].length];
        for (int draw = 0; draw < statistics.length; draw++) {
            double distance = numbers[0][draw] + imposed * numbers[1][draw];
            double spread = numbers[2][draw] + 2 * imposed * numbers[3][draw] + imposed * imposed * numbers[4][draw];
            statistics[draw] = Math.abs(distance) / Math.sqrt(Math.max(0, spread));
        }
        return statistics;
    }

    /** |t| of the null hypothesis {@code d} below the estimate, without small-sample factors. */
    double statistic(double d) {
        return Math.abs(d) / Math.sqrt(actual.variance(0, restricted ? d : 0));
    }

    /** How far from the estimate null hypotheses reach that are not rejected, below it (1) or above it (-1). */
    double reach(int sign, double step, double alpha) {
        return IntervalSearch.reach(d -> pValue(sign * d), step, alpha);
    }
}
