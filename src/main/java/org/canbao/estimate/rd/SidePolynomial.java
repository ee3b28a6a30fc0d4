package org.canbao.estimate.rd;

import java.util.Arrays;
import java.util.List;
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

    private SidePolynomial(double middle, double half, double[] coefficients) {
        this.middle = middle;
        this.half = half;
        this.coefficients = coefficients;
    }

    /** The polynomials of both sides. */
    record Pair(SidePolynomial left, SidePolynomial right) {}

    /** One through each side. */
    static Pair separate(SideRows left, SideRows right, int degree) {
        return new Pair(
                of(left.x(), left.y(), left.weights(), degree), of(right.x(), right.y(), right.weights(), degree));
    }

    /** One through both sides, which the right one shifts. */
    static Pair shared(SideRows left, SideRows right, int degree) {
        int size = degree + 2;
        double[] scale = scale(Math.min(left.first(), right.first()), Math.max(left.last(), right.last()));
        NormalEquations equations = new NormalEquations(size);
        double[] row = new double[size];
        for (SideRows side : List.of(left, right)) {
            row[size - 1] = side == right ? 1 : 0;
            for (int i = 0; i < side.size(); i++) {
                legendre((side.x()[i] - scale[0]) / scale[1], row, degree + 1);
                equations.add(row, side.y()[i], side.weights()[i]);
            }
        }
        double[] all = equations.solve();
        double[] coefficients = Arrays.copyOf(all, degree + 1);
        double[] shifted = coefficients.clone();
        shifted[0] += all[degree + 1];
        return new Pair(
                new SidePolynomial(scale[0], scale[1], coefficients), new SidePolynomial(scale[0], scale[1], shifted));
    }

    /** The polynomial of a degree through (x, y). */
    static SidePolynomial of(double[] x, double[] y, double[] weights, int degree) {
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (double value : x) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        double[] scale = scale(low, high);
        NormalEquations equations = new NormalEquations(degree + 1);
        double[] row = new double[degree + 1];
        for (int i = 0; i < x.length; i++) {
            legendre((x[i] - scale[0]) / scale[1], row, row.length);
            equations.add(row, y[i], weights[i]);
        }
        return new SidePolynomial(scale[0], scale[1], equations.solve());
    }

    /** The middle of a range, and half its length. */
    private static double[] scale(double low, double high) {
        return new double[] {(low + high) / 2, high > low ? (high - low) / 2 : 1};
    }

    /** Sums of squares and products, row by row. */
    private static final class NormalEquations {
        private final double[][] gram;
        private final double[] target;

        NormalEquations(int size) {
            gram = new double[size][size];
            target = new double[size];
        }

        void add(double[] row, double y, double weight) {
            for (int a = 0; a < row.length; a++) {
                double weighted = weight * row[a];
                target[a] += weighted * y;
                for (int b = 0; b < row.length; b++) {
                    gram[a][b] += weighted * row[b];
                }
            }
        }

        /** The solution; zero for columns that the others give. */
        double[] solve() {
            double[] totals = new double[target.length];
            for (int a = 0; a < totals.length; a++) {
                totals[a] = gram[a][a];
            }
            LinearFit fit = CholeskySolver.solve(gram, target, totals);
            double[] coefficients = new double[target.length];
            for (int j = 0; j < fit.size(); j++) {
                coefficients[fit.kept(j)] = fit.coefficient(j);
            }
            return coefficients;
        }
    }

    /** Its value. */
    double at(double x) {
        double[] row = new double[coefficients.length];
        legendre((x - middle) / half, row, row.length);
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
        legendre(u, row, row.length);
        double[] slopes = new double[row.length];
        double sum = 0;
        for (int n = 1; n < row.length; n++) {
            slopes[n] = n == 1 ? 1 : slopes[n - 2] + (2 * n - 1) * row[n - 1];
            sum += coefficients[n] * slopes[n];
        }
        return sum / half;
    }

    /** The first {@code size} of P_0, P_1 … at u by (n+1) P_(n+1) = (2n+1) u P_n - n P_(n-1). */
    private static void legendre(double u, double[] row, int size) {
        row[0] = 1;
        if (size > 1) {
            row[1] = u;
        }
        for (int n = 1; n + 1 < size; n++) {
            row[n + 1] = ((2 * n + 1) * u * row[n] - n * row[n - 1]) / (n + 1);
        }
    }
}
