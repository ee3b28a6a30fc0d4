package org.canbao.estimate.rd;

import java.util.Arrays;
import org.canbao.math.Sums;

/**
 * A weighted polynomial in the distance u from a cutoff: b minimises the sum of w (y - b0 - b1 u - ... - bp u^p)².
 *
 * <p>Everything is written in polynomials Q0, ..., Qp that are orthonormal under the weights, the sum of w Qj Qk being one
 * if j = k, else zero (Forsythe 1957): fitted values are the sum of Qk times c_k, c_k the sum of w Qk y; a row's leverage
 * is w times the sum of its Qk²; and b_j is a weighted sum of the outcomes, {@link #functional}.
 *
 * <p>Rows with weight zero do not count, but have fitted values.
 */
public final class LocalPolynomialFit {
    private final double scale;
    private final double[] weights;
    /** Each polynomial at each row. */
    private final double[][] basis;
    /** The coefficient of (u/scale)^j in polynomial k. */
    private final double[][] powers;

    private LocalPolynomialFit(double scale, double[] weights, int order) {
        this.scale = scale;
        this.weights = weights;
        this.basis = new double[order + 1][];
        this.powers = new double[order + 1][order + 1];
    }

    /**
     * Prepares a fit.
     *
     * @param distances u, one per row
     * @param weights w, one per row, zero or positive; those above zero stand on more than {@code order} distinct distances
     * @param order p
     * @param scale by which distances are divided, so that their powers do not grow
     */
    public static LocalPolynomialFit of(double[] distances, double[] weights, int order, double scale) {
        LocalPolynomialFit fit = new LocalPolynomialFit(scale, weights, order);
        double[] one = new double[distances.length];
        Arrays.fill(one, 1);
        double[] constant = new double[order + 1];
        constant[0] = 1;
        fit.append(0, one, constant);
        for (int k = 1; k <= order; k++) {
            double[] next = fit.basis[k - 1].clone();
            for (int i = 0; i < next.length; i++) {
                next[i] *= distances[i] / scale;
            }
            double[] power = new double[order + 1];
            System.arraycopy(fit.powers[k - 1], 0, power, 1, order);
            fit.append(k, next, power);
        }
        return fit;
    }

    /** Takes what a polynomial has in common with those before off it, twice for the sake of the digits, and normalises. */
    private void append(int k, double[] values, double[] power) {
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < k; j++) {
                double common = Sums.dot(weights, basis[j], values);
                subtract(values, common, basis[j]);
                subtract(power, common, powers[j]);
            }
        }
        double length = Math.sqrt(Sums.dot(weights, values, values));
        divide(values, length);
        divide(power, length);
        basis[k] = values;
        powers[k] = power;
    }

    private static void subtract(double[] from, double factor, double[] what) {
        for (int i = 0; i < from.length; i++) {
            from[i] -= factor * what[i];
        }
    }

    private static void divide(double[] values, double by) {
        for (int i = 0; i < values.length; i++) {
            values[i] /= by;
        }
    }

    /** p. */
    public int order() {
        return basis.length - 1;
    }

    /** How many rows. */
    public int rows() {
        return weights.length;
    }

    /** The weights l for which b_j is the sum of l y, one per row. */
    public double[] functional(int j) {
        double[] l = new double[rows()];
        for (int k = j; k < basis.length; k++) {
            subtract(l, -powers[k][j], basis[k]);
        }
        double unit = power(scale, j);
        for (int i = 0; i < l.length; i++) {
            l[i] *= weights[i] / unit;
        }
        return l;
    }

    /** What the polynomial leaves of {@code y}. */
    public double[] residuals(double[] y) {
        double[] left = y.clone();
        for (double[] polynomial : basis) {
            subtract(left, Sums.dot(weights, polynomial, y), polynomial);
        }
        return left;
    }

    /** The leverage of each row: its share in its own fitted value. */
    public double[] leverages() {
        double[] leverages = new double[rows()];
        for (double[] polynomial : basis) {
            for (int i = 0; i < leverages.length; i++) {
                leverages[i] += weights[i] * polynomial[i] * polynomial[i];
            }
        }
        return leverages;
    }

    /** The weight of a row. */
    double weight(int row) {
        return weights[row];
    }

    /** The orthonormal polynomials at a row. */
    double[] polynomials(int row) {
        double[] at = new double[basis.length];
        for (int k = 0; k < at.length; k++) {
            at[k] = basis[k][row];
        }
        return at;
    }

    /** {@code x} to a whole power. */
    static double power(double x, int degree) {
        double power = 1;
        for (int i = 0; i < degree; i++) {
            power *= x;
        }
        return power;
    }
}
