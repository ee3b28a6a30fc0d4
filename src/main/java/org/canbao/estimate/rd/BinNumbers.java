package org.canbao.estimate.rd;

import java.util.Arrays;
import org.canbao.spec.RdBins;

/**
 * How many bins a discontinuity plot has on a side (Calonico, Cattaneo and Titiunik 2015, as in rdplot): the number that
 * minimises the integrated mean squared error of the bin means, J = ceil((2 B n / V)^(1/3)), or the one that makes them as
 * variable as the data, J = ceil(s^2 / V * n / log(n)^2). B and V of evenly spaced or quantile bins come from a polynomial
 * of degree four, V also from neighbouring rows (spacings).
 */
final class BinNumbers {
    private static final int DEGREE = 4;

    private final SideRows side;
    private final double rows;
    private final double range;
    private final SidePolynomial mean;
    private final SidePolynomial square;
    private final double variance;

    /**
     * For one side.
     *
     * @param rows rows on both sides
     * @param range the distance from the cutoff to the farthest value of the side
     */
    BinNumbers(SideRows side, double rows, double range) {
        this.side = side;
        this.rows = rows;
        this.range = range;
        int degree = Math.min(DEGREE, side.values() - 1);
        double[] ones = new double[side.size()];
        Arrays.fill(ones, 1);
        double[] squares = Arrays.stream(side.y()).map(v -> v * v).toArray();
        this.mean = SidePolynomial.of(side.x(), side.y(), ones, degree);
        this.square = SidePolynomial.of(side.x(), squares, ones, degree);
        this.variance = side.outcomeVariance();
    }

    /** The number of bins by a rule; one where the outcome does not vary. */
    int by(RdBins rule) {
        if (!(variance > 0)) {
            return 1;
        }
        double v = rule.quantiles()
                ? (rule.regression() ? quantileByRegression() : quantileBySpacings())
                : (rule.regression() ? evenByRegression() : evenBySpacings());
        double log = StrictMath.log(rows);
        double number = rule.mimics()
                ? variance / v * (rows / (log * log))
                : StrictMath.cbrt(2 * (rule.quantiles() ? quantileBias() : evenBias()) / v * rows);
        return (int) Math.max(1, Math.min(Integer.MAX_VALUE, Math.ceil(number)));
    }

    private double evenBias() {
        double sum = 0;
        for (double value : side.x()) {
            double slope = mean.slope(value);
            sum += slope * slope;
        }
        return range * range / (12 * rows) * sum;
    }

    private double quantileBias() {
        double n = side.size();
        double sum = 0;
        for (int i = 1; i < side.size(); i++) {
            double step = side.x()[i] - side.x()[i - 1];
            double slope = mean.slope((side.x()[i] + side.x()[i - 1]) / 2);
            sum += step * step * slope * slope;
        }
        return n * n / (24 * rows) * sum;
    }

    private double evenBySpacings() {
        double sum = 0;
        for (int i = 1; i < side.size(); i++) {
            double difference = side.y()[i] - side.y()[i - 1];
            sum += (side.x()[i] - side.x()[i - 1]) * difference * difference;
        }
        return 0.5 / range * sum;
    }

    private double evenByRegression() {
        double sum = 0;
        for (int i = 1; i < side.size(); i++) {
            double step = side.x()[i] - side.x()[i - 1];
            sum += step * conditionalVariance((side.x()[i] + side.x()[i - 1]) / 2);
        }
        return sum / range;
    }

    private double quantileBySpacings() {
        double sum = 0;
        for (int i = 1; i < side.size(); i++) {
            double difference = side.y()[i] - side.y()[i - 1];
            sum += difference * difference;
        }
        return sum / (2.0 * side.size());
    }

    private double quantileByRegression() {
        double sum = 0;
        for (double value : side.x()) {
            sum += conditionalVariance(value);
        }
        return sum / side.size();
    }

    private double conditionalVariance(double x) {
        double expected = mean.at(x);
        double found = square.at(x) - expected * expected;
        return found < 0 ? variance : found;
    }
}
