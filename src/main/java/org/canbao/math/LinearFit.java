package org.canbao.math;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A least-squares solution with the columns it could not use. Columns are taken in their given order: one is left out if
 * what remains of it beside the columns kept so far is below {@value #TOLERANCE} of its squares.
 */
public final class LinearFit {
    /** Share of a column's squares below which it counts as explained by others. */
    public static final double TOLERANCE = 1e-9;
    /** Share of a column's squares before absorption below which nothing is left of it. */
    public static final double ABSORBED = 1e-13;
    /** Scaled coefficients below this are rounding when a left-out column is explained by the kept ones. */
    static final double NEGLIGIBLE = 1e-6;

    private final int[] kept;
    private final List<LeftOut> leftOut;
    private final double[] coefficients;
    private final double[][] inverse;
    private final double condition;

    LinearFit(int[] kept, List<LeftOut> leftOut, double[] coefficients, double[][] inverse, double condition) {
        this.kept = kept;
        this.leftOut = List.copyOf(leftOut);
        this.coefficients = coefficients;
        this.inverse = inverse;
        this.condition = condition;
    }

    /**
     * A column that was left out.
     *
     * @param column its position
     * @param with the kept columns that explain it, with their coefficients; empty if nothing was left of the column to
     *     begin with
     */
    public record LeftOut(int column, Map<Integer, Double> with) {}

    /** How many columns were kept. */
    public int size() {
        return kept.length;
    }

    /** The position of the {@code j}-th kept column. */
    public int kept(int j) {
        return kept[j];
    }

    /** Where a column stands among the kept ones, or -1. */
    public int indexOf(int column) {
        return Math.max(-1, Arrays.binarySearch(kept, column));
    }

    /** The columns left out, in order. */
    public List<LeftOut> leftOut() {
        return leftOut;
    }

    /** The coefficient of the {@code j}-th kept column. */
    public double coefficient(int j) {
        return coefficients[j];
    }

    /** An entry of (X'X)^-1 over the kept columns. */
    public double inverse(int i, int j) {
        return inverse[i][j];
    }

    /** The condition number (1-norm) of the cross-products of the kept columns, each scaled to unit length. */
    public double condition() {
        return condition;
    }

    /** Undoes the scaling of columns to unit length and packs the result. */
    static LinearFit unscale(
            int[] kept,
            List<LeftOut> leftOut,
            double[] solution,
            double[][] inverse,
            double condition,
            double[] scale) {
        for (int i = 0; i < kept.length; i++) {
            solution[i] /= scale[kept[i]];
            for (int j = 0; j < kept.length; j++) {
                inverse[i][j] /= scale[kept[i]] * scale[kept[j]];
            }
        }
        return new LinearFit(kept, leftOut, solution, inverse, condition);
    }

    /** The largest sum of absolute values in a row. */
    static double norm(double[][] symmetric) {
        double most = 0;
        for (double[] row : symmetric) {
            double sum = 0;
            for (double entry : row) {
                sum += Math.abs(entry);
            }
            most = Math.max(most, sum);
        }
        return most;
    }
}
