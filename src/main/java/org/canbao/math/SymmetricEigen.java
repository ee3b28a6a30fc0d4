package org.canbao.math;

import java.util.function.DoubleUnaryOperator;
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

    /**
     * The matrix with its negative eigenvalues replaced by zero: V less the sum of d v v' over eigenvalues d below zero,
     * which leaves the digits of everything else alone.
     */
    public static double[][] withoutNegative(double[][] symmetric) {
        EigenDecomposition eigen = decompose(symmetric);
        int n = symmetric.length;
        double[][] raised = new double[n][];
        for (int i = 0; i < n; i++) {
            raised[i] = symmetric[i].clone();
        }
        for (int e = 0; e < n; e++) {
            double value = Math.min(eigen.getRealEigenvalue(e), 0);
            double[] vector = eigen.getEigenvector(e).toArray();
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    raised[i][j] -= value * (vector[i] * vector[j]);
                }
            }
        }
        return raised;
    }

    /**
     * A matrix by its eigenvalues d and its orthonormal eigenvectors v, one per row: the sum of d v v'.
     */
    public record Spectrum(double[] values, double[][] vectors) {
        /** The matrix of the sum of f(d) v v', times x. */
        public double[] apply(DoubleUnaryOperator f, double[] x) {
            double[] image = new double[x.length];
            for (int e = 0; e < values.length; e++) {
                double[] vector = vectors[e];
                double along = 0;
                for (int i = 0; i < x.length; i++) {
                    along += vector[i] * x[i];
                }
                along *= f.applyAsDouble(values[e]);
                for (int i = 0; i < x.length; i++) {
                    image[i] += along * vector[i];
                }
            }
            return image;
        }
    }

    /** The eigenvalues and eigenvectors of a symmetric matrix. */
    public static Spectrum spectrum(double[][] symmetric) {
        EigenDecomposition eigen = decompose(symmetric);
        return new Spectrum(eigen.getRealEigenvalues(), eigen.getVT().getData());
    }

    private static EigenDecomposition decompose(double[][] symmetric) {
        return new EigenDecomposition(new Array2DRowRealMatrix(symmetric));
    }
}
