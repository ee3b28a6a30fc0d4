package org.canbao.estimate;

/**
 * A covariance of the kept coefficients, in their order.
 *
 * <p>The matrix is shared, not copied; nobody may write to it.
 */
final class Covariance {
    private final double[][] matrix;
    private final double factor;
    private final boolean repaired;

    /**
     * @param matrix symmetric
     * @param factor what it was multiplied with
     * @param repaired whether it was made positive semi-definite
     */
    Covariance(double[][] matrix, double factor, boolean repaired) {
        this.matrix = matrix;
        this.factor = factor;
        this.repaired = repaired;
    }

    double at(int i, int j) {
        return matrix[i][j];
    }

    double factor() {
        return factor;
    }

    boolean repaired() {
        return repaired;
    }
}
