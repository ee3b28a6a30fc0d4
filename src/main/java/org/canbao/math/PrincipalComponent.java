package org.canbao.math;

import java.util.Arrays;
import org.canbao.math.SymmetricEigen.Spectrum;

/**
 * The first principal component of a correlation matrix: the score of a row is the sum over columns of w (x - m) / s, with
 * means m, standard deviations s (divided by n - 1) and w the eigenvector of length one of the largest eigenvalue. Its sign
 * is that the weights sum to a positive number; if they sum to zero, that the first is positive.
 *
 * @param means one per column
 * @param deviations one per column, positive
 * @param weights one per column
 * @param share the largest eigenvalue over the number of columns: the share of the variance that the score has
 */
public record PrincipalComponent(double[] means, double[] deviations, double[] weights, double share) {
    private static final double ZERO = 1e-9;

    /**
     * The component of some rows.
     *
     * @param columns at least two columns of at least two rows, without missing values
     * @throws IllegalArgumentException if a column is constant
     */
    public static PrincipalComponent of(double[][] columns) {
        int k = columns.length;
        double[] means = new double[k];
        double[] deviations = new double[k];
        for (int j = 0; j < k; j++) {
            means[j] = Sums.sum(columns[j]) / columns[j].length;
            deviations[j] = StrictMath.sqrt(covariance(columns[j], means[j], columns[j], means[j]));
            if (!(deviations[j] > ZERO * Math.abs(means[j])) || !(deviations[j] > 0)) {
                throw new IllegalArgumentException("column " + j + " is constant");
            }
        }
        double[][] correlations = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double r = i == j
                        ? 1
                        : covariance(columns[i], means[i], columns[j], means[j]) / (deviations[i] * deviations[j]);
                correlations[i][j] = r;
                correlations[j][i] = r;
            }
        }
        Spectrum spectrum = SymmetricEigen.spectrum(correlations);
        int largest = 0;
        for (int e = 1; e < k; e++) {
            largest = spectrum.values()[e] > spectrum.values()[largest] ? e : largest;
        }
        double[] weights = signed(spectrum.vectors()[largest]);
        return new PrincipalComponent(means, deviations, weights, spectrum.values()[largest] / k);
    }

    private static double[] signed(double[] vector) {
        double sum = Arrays.stream(vector).sum();
        double sign = Math.abs(sum) > ZERO ? Math.signum(sum) : Math.signum(vector[0]);
        return Arrays.stream(vector).map(w -> sign * w).toArray();
    }

    private static double covariance(double[] x, double meanX, double[] y, double meanY) {
        double[] products = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            products[i] = (x[i] - meanX) * (y[i] - meanY);
        }
        return Sums.sum(products) / (x.length - 1);
    }
}
