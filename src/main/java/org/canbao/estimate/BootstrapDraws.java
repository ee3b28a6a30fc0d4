package org.canbao.estimate;

import java.util.Optional;
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
        Optional<SignTable> table = table(scores, weights);
        Parallel.forEach(tasks, threads, task -> {
            BootstrapKernel kernel = table.map(SignTable::kernel).orElseGet(scores.new Block()::kernel);
            for (int b = task; b < blocks; b += tasks) {
                int first = b * BootstrapScores.BLOCK;
                int count = Math.min(BootstrapScores.BLOCK, weights.draws() - first);
                kernel.draw(weights, first, count, numbers);
            }
        });
        actual = scores.new Block();
        actual.actual();
    }

    private static Optional<SignTable> table(BootstrapScores scores, DrawnWeights weights) {
        double[] values = weights.values();
        return SignTable.pays(scores, weights)
                ? Optional.of(new SignTable(scores, values[0], values[1]))
                : Optional.empty();
    }

    /** The p-value of the null hypothesis that lies {@code d} below the estimate. */
    double pValue(double d) {
        double imposed = restricted ? d : 0;
        double bound = (1 - TIE) * (1 - TIE) * (d * d) / actual.variance(0, imposed);
        int count = countExtreme(numbers, imposed, bound);
        int draws = numbers[0].length;
        return plusOne ? (count + 1.0) / (draws + 1.0) : count / (double) draws;
    }

    private static int countExtreme(double[][] numbers, double imposed, double bound) {
        double square = imposed * imposed;
        double twice = 2 * imposed;
        double[] zero = numbers[0];
        double[] one = numbers[1];
        double[] own = numbers[2];
        double[] mixed = numbers[3];
        double[] moved = numbers[4];
        int extreme = 0;
        for (int draw = 0; draw < zero.length; draw++) {
            double distance = zero[draw] + imposed * one[draw];
            double spread = own[draw] + twice * mixed[draw] + square * moved[draw];
            extreme += distance * distance >= bound * spread ? 1 : 0;
        }
        return extreme;
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

    /** How far from the estimate null hypotheses reach that are not rejected, below it and above it. */
    double[] reaches(double step, double alpha) {
        double[] reaches = new double[2];
        Parallel.forEach(2, threads, side -> {
            int sign = side == 0 ? 1 : -1;
            reaches[side] = IntervalSearch.reach(d -> pValue(sign * d), step, alpha);
        });
        return reaches;
    }
}
