package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The influence of each cluster, or of each observation where there are no clusters, on estimates and on the sizes of
 * cohorts: one column per comparison, then one per treated cohort. The covariance of two columns is their product.
 *
 * <p>Without clusters a column has values only in the blocks that it uses.
 */
final class Scores {
    private static final double[] NONE = {};
    /** Values of a column that are combined at a time. */
    private static final int STRETCH = 1024;

    private final double[][][] columns;
    private final int[] sizes;

    private Scores(double[][][] columns, int[] sizes) {
        this.columns = columns;
        this.sizes = sizes;
    }

    /** The columns of comparisons, and those of the cohorts.
     *
     * @param means whether the influence is averaged within clusters and not summed, as did did before 2.5
     */
    static Scores of(List<double[][]> cells, Comparisons data, Cohorts cohorts, boolean means) {
        double[][][] columns = Arrays.copyOf(cells.toArray(double[][][]::new), cells.size() + cohorts.treated());
        for (int g = 0; g < cohorts.treated(); g++) {
            columns[cells.size() + g] = cohortColumn(data, g);
        }
        Scores scores = new Scores(columns, sizes(data));
        return means && data.clusters() > 0 ? scores.overSizes(data) : scores;
    }

    /** The column of a comparison: its influence function, summed within clusters. */
    static double[][] column(Comparisons data, Cell cell, double[] influence) {
        double[][] column = empty(data);
        int at = 0;
        for (int block : data.blocks(cell)) {
            at = add(column, data, block, influence, at);
        }
        return column;
    }

    /** The column of a comparison without an estimate, or without error. */
    static double[][] empty(Comparisons data) {
        double[][] column = new double[data.clusters() > 0 ? 1 : data.blocks()][];
        Arrays.fill(column, NONE);
        return column;
    }

    private static double[][] cohortColumn(Comparisons data, int cohort) {
        double[][] column = empty(data);
        for (int block = 0; block < data.blocks(); block++) {
            if (data.cohort(block) == cohort) {
                add(column, data, block, data.shares(), data.start(block));
            }
        }
        return column;
    }

    /** Adds a block's values, which are at {@code at}; returns where the next ones are. */
    private static int add(double[][] column, Comparisons data, int block, double[] values, int at) {
        int start = data.start(block);
        int size = data.start(block + 1) - start;
        if (data.clusters() == 0) {
            column[block] = Arrays.copyOfRange(values, at, at + size);
            return at + size;
        }
        if (column[0].length == 0) {
            column[0] = new double[data.clusters()];
        }
        addWithin(column[0], data.clusterOf(), start, values, at, size);
        return at + size;
    }

    private static void addWithin(double[] sums, int[] clusterOf, int start, double[] values, int at, int size) {
        for (int i = 0; i < size; i++) {
            sums[clusterOf[start + i]] += values[at + i];
        }
    }

    private static int[] sizes(Comparisons data) {
        if (data.clusters() > 0) {
            return new int[] {data.clusters()};
        }
        int[] sizes = new int[data.blocks()];
        for (int b = 0; b < sizes.length; b++) {
            sizes[b] = data.start(b + 1) - data.start(b);
        }
        return sizes;
    }

    /** Cluster means in place of sums, times the mean size: what did before 2.5 did. */
    private Scores overSizes(Comparisons data) {
        double[] count = new double[data.clusters()];
        for (int cluster : data.clusterOf()) {
            count[cluster]++;
        }
        double mean = (double) data.size() / count.length;
        double[][][] scaled = new double[columns.length][1][];
        for (int m = 0; m < columns.length; m++) {
            scaled[m][0] = columns[m][0].clone();
            for (int c = 0; c < scaled[m][0].length; c++) {
                scaled[m][0][c] *= mean / count[c];
            }
        }
        return new Scores(scaled, sizes);
    }

    /** How many columns. */
    int columns() {
        return columns.length;
    }

    /** How many values a column has, those left out as zero included. */
    int length() {
        return Arrays.stream(sizes).sum();
    }

    /** The variance of a target. */
    double variance(Target target) {
        return products(List.of(target))[0];
    }

    /** The covariance of targets, by rows. */
    List<List<Double>> covariance(List<Target> targets) {
        double[] products = products(targets);
        List<List<Double>> rows = new ArrayList<>();
        for (int a = 0; a < targets.size(); a++) {
            List<Double> row = new ArrayList<>();
            for (int b = 0; b < targets.size(); b++) {
                row.add(products[at(Math.max(a, b), Math.min(a, b))]);
            }
            rows.add(row);
        }
        return rows;
    }

    /**
     * The products of targets' combinations of columns, the lower triangle by rows. Combinations are made for a stretch of
     * values at a time, so that they stay in the processor's cache.
     */
    private double[] products(List<Target> targets) {
        double[] products = new double[at(targets.size(), 0)];
        double[][] piece = new double[targets.size()][STRETCH];
        boolean[] any = new boolean[targets.size()];
        for (int p = 0; p < sizes.length; p++) {
            for (int from = 0; from < sizes[p]; from += STRETCH) {
                int length = Math.min(STRETCH, sizes[p] - from);
                for (int t = 0; t < piece.length; t++) {
                    any[t] = combine(targets.get(t).weights(), p, from, length, piece[t]);
                }
                addProducts(piece, any, length, products);
            }
        }
        return products;
    }

    /** Where row {@code a} and column {@code b} of a lower triangle stand. */
    private static int at(int a, int b) {
        return a * (a + 1) / 2 + b;
    }

    /** A stretch of the combination of columns; false if no column has values there. */
    private boolean combine(double[] weights, int block, int from, int length, double[] sum) {
        boolean any = false;
        for (int m = 0; m < columns.length; m++) {
            if (weights[m] != 0 && columns[m][block].length > 0) {
                if (any) {
                    addTo(sum, weights[m], columns[m][block], from, length);
                } else {
                    set(sum, weights[m], columns[m][block], from, length);
                }
                any = true;
            }
        }
        return any;
    }

    private static void set(double[] sum, double weight, double[] values, int from, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] = weight * values[from + i];
        }
    }

    private static void addTo(double[] sum, double weight, double[] values, int from, int length) {
        for (int i = 0; i < length; i++) {
            sum[i] += weight * values[from + i];
        }
    }

    private static void addProducts(double[][] piece, boolean[] any, int length, double[] products) {
        for (int a = 0; a < piece.length; a++) {
            for (int b = 0; b <= a && any[a]; b++) {
                if (any[b]) {
                    products[at(a, b)] += dot(piece[a], 0, piece[b], length);
                }
            }
        }
    }

    /** The product of a column with {@code values}, which has {@link #length()} of them. */
    double product(int column, double[] values) {
        double sum = 0;
        int at = 0;
        for (int p = 0; p < sizes.length; p++) {
            sum += dot(values, at, columns[column][p], columns[column][p].length);
            at += sizes[p];
        }
        return sum;
    }

    private static double dot(double[] a, int from, double[] b, int length) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s0 += a[from + i] * b[i];
            s1 += a[from + i + 1] * b[i + 1];
            s2 += a[from + i + 2] * b[i + 2];
            s3 += a[from + i + 3] * b[i + 3];
        }
        for (; i < length; i++) {
            s0 += a[from + i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
