package org.canbao.estimate.rd;

import org.canbao.math.CholeskySolver;
import org.canbao.math.LinearFit;

/**
 * A polynomial through rows by weighted least squares, in Legendre polynomials over their range: it is the polynomial in
 * the powers of the running variable, without their near collinearity.
 */
final class SidePolynomial {
    private final double middle;
    private final double half;
    private final double[] coefficients;
    private final boolean complete;

    private SidePolynomial(double middle, double half, double[] coefficients, boolean complete) {
        this.middle = middle;
        this.half = half;
        this.coefficients = coefficients;
        this.complete = complete;
    }

    /** The polynomial of a degree through (x, y). */
    static SidePolynomial of(double[] x, double[] y, double[] weights, int degree) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double middle = (low + high) / 2;
        double half = high > low ? (high - low) / 2 : 1;
        int size = degree + 1;
        double[][] gram = new double[size][size];
        double[] target = new double[size];
        double[] row = new double[size];
        for (int i = 0; i < x.length; i++) {
            legendre((x[i] - middle) / half, row);
            for (int a = 0; a < size; a++) {
                double weighted = weights[i] * row[a];
                target[a] += weighted * y[i];
                for (int b = 0; b < size; b++) {
                    gram[a][b] += weighted * row[b];
                }
            }
        }
        double[] totals = new double[size];
        for (int a = 0; a < size; a++) {
            totals[a] = gram[a][a];
        }
        LinearFit fit = CholeskySolver.solve(gram, target, totals);
        double[] coefficients = new double[size];
        for (int j = 0; j < fit.size(); j++) {
            coefficients[fit.kept(j)] = fit.coefficient(j);
        }
        return new SidePolynomial(middle, half, coefficients, fit.size() == size);
    }

    /** Whether the rows have enough values for the degree. */
    boolean complete() {
        return complete;
    }

    /** Its value. */
    double at(double x) {
        double[] row = new double[coefficients.length];
        legendre((x - middle) / half, row);
        double sum = 0;
        for (int i = 0; i < row.length; i++) {
            sum += coefficients[i] * row[i];
        }
        return sum;
    }

    /** Its slope. */
    double slope(double x) {
        double u = (x - middle) / half;
        double[] row = new double[coefficients.length];
        legendre(u, row);
        double[] slopes = new double[row.length];
        double sum = 0;
        for (int n = 1; n < row.length; n++) {
            slopes[n] = n == 1 ? 1 : slopes[n - 2] + (2 * n - 1) * row[n - 1];
            sum += coefficients[n] * slopes[n];
        }
        return sum / half;
    }

    /** P_0 to P_n at u by (n+1) P_(n+1) = (2n+1) u P_n - n P_(n-1). */
    private static void legendre(double u, double[] row) {
        row[0] = 1;
        if (row.length > 1) {
            row[1] = u;
        }
        for (int n = 1; n + 1 < row.length; n++) {
            row[n + 1] = ((2 * n + 1) * u * row[n] - n * row[n - 1]) / (n + 1);
        }
    }
}
