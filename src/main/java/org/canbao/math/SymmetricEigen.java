package org.canbao.math;

import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.EigenDecomposition;

/** Eigenvalues of symmetric matrices. */
public final class SymmetricEigen {
    private SymmetricEigen() {}

    /** Whether the smallest eigenvalue is positive. */
    public static boolean isPositive(double[][] symmetric) {
        for (double value : decompose(symmetric).getRealEigenvalues()) {
            if (!(value > 0)) {
                return false;
            }
        }
        return true;
    }

    /** The matrix with eigenvalues below {@code floor} raised to it: V max(D, floor) V'. */
    public static double[][] raise(double[][] symmetric, double floor) {
        EigenDecomposition eigen = decompose(symmetric);
        int n = symmetric.length;
        double[][] raised = new double[n][n];
        for (int e = 0; e < n; e++) {
            double value = Math.max(eigen.getRealEigenvalue(e), floor);
            double[] vector = eigen.getEigenvector(e).toArray();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    raised[i][j] += value * vector[i] * vector[j];
                }
            }
        }
        return raised;
    }

    private static EigenDecomposition decompose(double[][] symmetric) {
        return new EigenDecomposition(new Array2DRowRealMatrix(symmetric));
    }
}
