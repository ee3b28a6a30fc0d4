package org.canbao.estimate.did;

import java.util.Arrays;

/**
 * The rows of one comparison, packed: the treated before, the treated after, the controls before, the controls after. With
 * a panel a row is a unit, its outcome the change, and all are "after".
 *
 * <p>Arrays are shared, not copied; nobody may write to them. {@code x} has {@code width} columns, the first of
 * which is one; with {@code width} 1, the intercept alone, it is empty.
 */
final class CellRows {
    private final int[] ends;
    private final int width;
    private final double[] y;
    private final double[] w;
    private final double[][] x;

    /**
     * @param ends where each of the four parts ends
     * @param width covariates, the intercept included
     * @param y outcomes
     * @param w weights
     * @param x covariates, column by column
     */
    CellRows(int[] ends, int width, double[] y, double[] w, double[][] x) {
        this.ends = ends;
        this.width = width;
        this.y = y;
        this.w = w;
        this.x = x;
    }

    /** Columns of covariates to be filled in, the first of which is one; none if it would be the only one. */
    static double[][] columns(int width, int rows) {
        double[][] x = new double[width == 1 ? 0 : width][rows];
        if (width > 1) {
            Arrays.fill(x[0], 1);
        }
        return x;
    }

    /** A part of the rows. */
    record Part(int from, int to) {
        int size() {
            return to - from;
        }
    }

    /**
     * The rows of other clusters.
     *
     * @param clusterOf the cluster of each row
     * @throws NotEstimable if no row of a part is left
     */
    CellRows without(int[] clusterOf, int cluster) {
        int[] left = new int[y.length];
        int[] lefts = new int[ends.length];
        int size = 0;
        for (int part = 0; part < ends.length; part++) {
            int before = size;
            Part rows = part(part);
            size = others(clusterOf, cluster, rows, left, size);
            if (size == before && rows.size() > 0) {
                throw new NotEstimable("no " + (part < 2 ? "treated" : "controls") + " left");
            }
            lefts[part] = size;
        }
        int[] kept = Arrays.copyOf(left, size);
        double[][] columns = new double[x.length][];
        for (int j = 0; j < columns.length; j++) {
            columns[j] = Observations.take(x[j], kept);
        }
        return new CellRows(lefts, width, Observations.take(y, kept), Observations.take(w, kept), columns);
    }

    /** Adds the rows of a part that are of other clusters to those that are left; returns how many these are then. */
    private static int others(int[] clusterOf, int cluster, Part rows, int[] left, int from) {
        int size = from;
        for (int i = rows.from(); i < rows.to(); i++) {
            left[size] = i;
            size += clusterOf[i] == cluster ? 0 : 1;
        }
        return size;
    }

    /** How many rows. */
    int size() {
        return y.length;
    }

    /** How many covariates, the intercept included. */
    int width() {
        return width;
    }

    /** Whether rows before and after are different units. */
    boolean isRepeated() {
        return before(true).size() + before(false).size() > 0;
    }

    /** The treated or the controls of the base period. */
    Part before(boolean treated) {
        return part(treated ? 0 : 2);
    }

    /** The treated or the controls of the period. */
    Part after(boolean treated) {
        return part(treated ? 1 : 3);
    }

    /** All treated. */
    Part treated() {
        return new Part(0, ends[1]);
    }

    /** All controls. */
    Part controls() {
        return new Part(ends[1], ends[3]);
    }

    double[] outcomes() {
        return y;
    }

    double[] weights() {
        return w;
    }

    /** The covariates by column, the intercept first. */
    double[][] covariates() {
        return x;
    }

    /** Fills in the covariates times coefficients over a part. */
    void predict(Part part, double[] coefficients, double[] predicted) {
        Arrays.fill(predicted, part.from(), part.to(), coefficients[0]);
        for (int j = 1; j < width; j++) {
            add(predicted, coefficients[j], x[j], part.from(), part.to());
        }
    }

    private static void add(double[] sum, double factor, double[] values, int from, int to) {
        for (int i = from; i < to; i++) {
            sum[i] += factor * values[i];
        }
    }

    /** The means of the covariates over a part, weighted. */
    double[] means(Part part, double[] weights) {
        double[] means = Gram.sums(this, part, weights);
        double total = means[0];
        for (int j = 0; j < width; j++) {
            means[j] /= total;
        }
        return means;
    }

    private Part part(int number) {
        return new Part(number == 0 ? 0 : ends[number - 1], ends[number]);
    }
}
