package org.canbao.simulate.enrolment;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * How the cells of a month differ by district and sex: weights with mean one, the more unequal the larger the exponent, which
 * is found so that counts with a given expectation have a given standard deviation over all cells of a window:
 *
 * <pre>
 * Var(count) = E[f] + (1 + v) E[f²] - E[f]²,   v the variance of the weights, f the expected count by month
 * </pre>
 */
final class Spread {
    private static final double LARGEST = 20;
    private static final int MOST_STEPS = 1000;

    private final double[] weights;

    private Spread(double[] weights) {
        this.weights = weights;
    }

    /**
     * The weights of so many cells.
     *
     * @param curve the expected count by month
     * @param deviation the standard deviation of the counts
     * @throws IllegalArgumentException if Poisson counts alone vary more
     */
    static Spread of(int cells, SideCurve curve, double deviation) {
        double mean = curve.moment(1);
        double variance = (deviation * deviation - mean + mean * mean) / curve.moment(2) - 1;
        if (variance < 0) {
            throw new IllegalArgumentException("counts with mean " + mean + " vary more than " + deviation);
        }
        double exponent =
                new BrentSolver(1e-12).solve(MOST_STEPS, e -> variance(weights(cells, e)) - variance, 0, LARGEST);
        return new Spread(weights(cells, exponent));
    }

    /** The weight of a cell. */
    double weight(int cell) {
        return weights[cell];
    }

    /** Exponentials of normal quantiles, in an order that mixes large and small districts. */
    private static double[] weights(int cells, double exponent) {
        double[] weights = new double[cells];
        double sum = 0;
        for (int i = 0; i < cells; i++) {
            int rank = (i * 7 + 3) % cells;
            double quantile = NormalDistribution.of(0, 1).inverseCumulativeProbability((rank + 0.5) / cells);
            weights[i] = StrictMath.exp(exponent * quantile);
            sum += weights[i];
        }
        for (int i = 0; i < cells; i++) {
            weights[i] *= cells / sum;
        }
        return weights;
    }

    private static double variance(double[] weights) {
        double sum = 0;
        for (double weight : weights) {
            sum += (weight - 1) * (weight - 1);
        }
        return sum / weights.length;
    }
}
