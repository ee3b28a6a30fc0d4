package org.canbao.estimate;

import java.util.OptionalDouble;

/**
 * A covariance of the kept coefficients, in their order.
 *
 * <p>The matrix is shared, not copied; nobody may write to it.
 */
public final class Covariance {
    private final double[][] matrix;
    private final double factor;
    private final boolean repaired;
    private final double[] df;

    /**
     * @param matrix symmetric
     * @param factor what it was multiplied with
     * @param repaired whether it was made positive semi-definite
     */
    Covariance(double[][] matrix, double factor, boolean repaired) {
        this(matrix, factor, repaired, new double[0]);
    }

    /**
     * @param matrix symmetric
     * @param factor what it was multiplied with
     * @param repaired whether it was made positive semi-definite
     * @param df each coefficient's own degrees of freedom; none if all share theirs
     */
    Covariance(double[][] matrix, double factor, boolean repaired, double[] df) {
        this.df = df;
        this.matrix = matrix;
        this.factor = factor;
        this.repaired = repaired;
    }

    /** An entry. */
    public double at(int i, int j) {
        return matrix[i][j];
    }

    /** The covariance of some of the coefficients. */
    public double[][] of(int[] some) {
        double[][] part = new double[some.length][some.length];
        for (int i = 0; i < some.length; i++) {
            for (int j = 0; j < some.length; j++) {
                part[i][j] = matrix[some[i]][some[j]];
            }
        }
        return part;
    }

    /** What it was multiplied with. */
    public double factor() {
        return factor;
    }

    /** A coefficient's own degrees of freedom. */
    OptionalDouble df(int j) {
        return df.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(df[j]);
    }

    /** Whether it was made positive semi-definite. */
    public boolean repaired() {
        return repaired;
    }
}
