package org.canbao.estimate;

import org.canbao.math.LinearFit;

/** L with LL' = (X'WX)^-1, lower triangular: the columns of XL are orthonormal. */
final class Whitening {
    private final double[][] lower;

    Whitening(LinearFit fit) {
        int k = fit.size();
        lower = new double[k][k];
        for (int i = 0; i < k; i++) {
            for (int j = 0; j <= i; j++) {
                double sum = fit.inverse(i, j);
                for (int l = 0; l < j; l++) {
                    sum -= lower[i][l] * lower[j][l];
                }
                lower[i][j] = i == j ? Math.sqrt(sum) : sum / lower[j][j];
            }
        }
    }

    /** L'x. */
    double[] transposed(double[] x) {
        double[] image = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j <= i; j++) {
                image[j] += lower[i][j] * x[i];
            }
        }
        return image;
    }

    /** L'SL of a symmetric S, symmetric to the last bit. */
    double[][] around(double[][] symmetric) {
        int k = lower.length;
        double[][] half = new double[k][];
        for (int i = 0; i < k; i++) {
            half[i] = transposed(symmetric[i]);
        }
        double[][] whole = new double[k][k];
        for (int j = 0; j < k; j++) {
            double[] column = new double[k];
            for (int i = 0; i < k; i++) {
                column[i] = half[i][j];
            }
            double[] image = transposed(column);
            for (int i = 0; i <= j; i++) {
                whole[i][j] = image[i];
                whole[j][i] = image[i];
            }
        }
        return whole;
    }
}
