package org.canbao.math;

/**
 * Cholesky factor of a positive semi-definite matrix whose rows are of comparable scale. Rows that depend on earlier
 * ones are left out: their part of a solution is zero.
 */
final class Semidefinite {
    private static final double DEPENDENT = 1e-11;

    private final double[][] lower;
    private final boolean[] leftOut;

    /** Factors {@code matrix}, of which only the lower triangle is read, in place. */
    Semidefinite(double[][] matrix) {
        lower = matrix;
        leftOut = new boolean[matrix.length];
        for (int j = 0; j < lower.length; j++) {
            double diagonal = lower[j][j];
            double pivot = diagonal - dot(lower[j], lower[j], j);
            leftOut[j] = !(pivot > DEPENDENT * Math.max(1, diagonal));
            lower[j][j] = leftOut[j] ? 0 : Math.sqrt(pivot);
            for (int i = j + 1; i < lower.length; i++) {
                lower[i][j] = leftOut[j] ? 0 : (lower[i][j] - dot(lower[i], lower[j], j)) / lower[j][j];
            }
        }
    }

    /** Solves the system in place; {@code b} must be in the range of the matrix. */
    void solve(double[] b) {
        forward(b);
        for (int i = lower.length - 1; i >= 0; i--) {
            double sum = b[i];
            for (int j = i + 1; j < lower.length; j++) {
                sum -= lower[j][i] * b[j];
            }
            b[i] = leftOut[i] ? 0 : sum / lower[i][i];
        }
    }

    /** Replaces {@code b} by the solution of the lower triangular system. */
    void forward(double[] b) {
        for (int i = 0; i < lower.length; i++) {
            b[i] = leftOut[i] ? 0 : (b[i] - dot(lower[i], b, i)) / lower[i][i];
        }
    }

    private static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
