package org.canbao.estimate.rd;

import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.DecompositionSolver;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;

/**
 * The empirical distribution function regressed on a polynomial near a point, with kernel weights: its slope is the
 * density (Cattaneo, Jansson and Ma 2020). The covariance is the jackknife's: with r_i the row of the basis and w_i its
 * weight, (X'WX)^-1 (sum_i L_i L_i') (X'WX)^-1, where L_i is the sum of w_k r_k / (n-1) over the rows k above row i.
 *
 * <p>Rows of one value are one point, so the work grows with the distinct values.
 */
final class CdfRegression {
    private final double[] coefficients;
    private final RealMatrix covariance;

    private CdfRegression(double[] coefficients, RealMatrix covariance) {
        this.coefficients = coefficients;
        this.covariance = covariance;
    }

    /** The columns of a regression. */
    interface Basis {
        /** How many columns. */
        int size();

        /** Writes the row of a value. */
        void fill(double value, double[] row);

        /** The weight of a value. */
        double weight(double value);

        /** What a coefficient is divided by to be in the units of the running variable. */
        double scale(int column);
    }

    /**
     * The regression over the points {@code from} to {@code to - 1}; its numbers are NaN if it is singular.
     *
     * @param adjust whether all rows of a value have the distribution function, and the influence, of that value;
     *     otherwise those of their places in a row of equals
     */
    static CdfRegression of(MassPoints points, int from, int to, Basis basis, boolean adjust) {
        int size = basis.size();
        RealMatrix gram = new Array2DRowRealMatrix(size, size);
        double[] target = new double[size];
        double[] row = new double[size];
        double last = points.rows() - 1.0;
        for (int point = from; point < to; point++) {
            basis.fill(points.value(point), row);
            double rows = points.count(point);
            double weight = rows * basis.weight(points.value(point));
            double cdf = (points.before(point) + (adjust ? rows - 1 : (rows - 1) / 2)) / last;
            for (int i = 0; i < size; i++) {
                target[i] += weight * row[i] * cdf;
                for (int j = 0; j <= i; j++) {
                    gram.addToEntry(i, j, weight * row[i] * row[j]);
                }
            }
        }
        mirror(gram);
        DecompositionSolver solver = new LUDecomposition(gram, Double.MIN_VALUE).getSolver();
        if (from >= to || !solver.isNonSingular()) {
            return missing(size);
        }
        RealMatrix inverse = solver.getInverse();
        RealMatrix influence = influence(points, from, to, basis, adjust);
        RealMatrix covariance = inverse.multiply(influence).multiply(inverse);
        double[] solution = solver.solve(new ArrayRealVector(target, false)).toArray();
        return new CdfRegression(unscaled(solution, basis), unscaled(covariance, basis));
    }

    /** A coefficient, the value of a derivative over the factorial of its degree. */
    double coefficient(int column) {
        return coefficients[column];
    }

    /** An entry of the jackknife covariance. */
    double covariance(int i, int j) {
        return covariance.getEntry(i, j);
    }

    private static CdfRegression missing(int size) {
        double[] none = new double[size];
        Arrays.fill(none, Double.NaN);
        return new CdfRegression(
                none, MatrixUtils.createRealIdentityMatrix(size).scalarMultiply(Double.NaN));
    }

    /** The sum of L_i L_i' over all rows, from the last point down. */
    private static RealMatrix influence(MassPoints points, int from, int to, Basis basis, boolean adjust) {
        int size = basis.size();
        RealMatrix sum = new Array2DRowRealMatrix(size, size);
        double[] row = new double[size];
        double[] above = new double[size];
        double last = points.rows() - 1.0;
        for (int point = to - 1; point >= from; point--) {
            basis.fill(points.value(point), row);
            double rows = points.count(point);
            double weight = basis.weight(points.value(point)) / last;
            // sum over the rows of (a + e r)(b + e s)', e equals above: all of them, or 0 to rows - 1
            double equals = adjust ? rows * (rows - 1) : rows * (rows - 1) / 2;
            double squares = adjust ? rows * (rows - 1) * (rows - 1) : rows * (rows - 1) * (2 * rows - 1) / 6;
            for (int i = 0; i < size; i++) {
                double r = weight * row[i];
                for (int j = 0; j <= i; j++) {
                    double s = weight * row[j];
                    sum.addToEntry(
                            i,
                            j,
                            rows * above[i] * above[j] + equals * (above[i] * s + r * above[j]) + squares * r * s);
                }
            }
            for (int i = 0; i < size; i++) {
                above[i] += rows * weight * row[i];
            }
        }
        mirror(sum);
        return sum;
    }

    private static void mirror(RealMatrix matrix) {
        for (int i = 0; i < matrix.getRowDimension(); i++) {
            for (int j = 0; j < i; j++) {
                matrix.setEntry(j, i, matrix.getEntry(i, j));
            }
        }
    }

    private static double[] unscaled(double[] solution, Basis basis) {
        for (int i = 0; i < solution.length; i++) {
            solution[i] /= basis.scale(i);
        }
        return solution;
    }

    private static RealMatrix unscaled(RealMatrix covariance, Basis basis) {
        for (int i = 0; i < basis.size(); i++) {
            for (int j = 0; j < basis.size(); j++) {
                covariance.multiplyEntry(i, j, 1 / (basis.scale(i) * basis.scale(j)));
            }
        }
        return covariance;
    }
}
