package org.canbao.estimate.did;

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
                double[] shares = new double[data.start(block + 1) - data.start(block)];
                for (int i = 0; i < shares.length; i++) {
                    shares[i] = data.share(data.start(block) + i);
                }
                add(column, data, block, shares, 0);
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
        for (int i = 0; i < size; i++) {
            column[0][data.cluster(start + i)] += values[at + i];
        }
        return at + size;
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
        for (int i = 0; i < data.size(); i++) {
            count[data.cluster(i)]++;
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

    /** The combination of columns with the given weights, as a column. */
    double[][] combine(double[] weights) {
        double[][] sum = new double[sizes.length][];
        Arrays.fill(sum, NONE);
        for (int m = 0; m < columns.length; m++) {
            for (int p = 0; p < sum.length && weights[m] != 0; p++) {
                if (columns[m][p].length > 0) {
                    sum[p] = sum[p].length > 0 ? sum[p] : new double[sizes[p]];
                    addTo(sum[p], weights[m], columns[m][p]);
                }
            }
        }
        return sum;
    }

    private static void addTo(double[] sum, double weight, double[] values) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += weight * values[i];
        }
    }

    /** The covariance of targets, by rows. */
    List<List<Double>> covariance(List<Target> targets) {
        List<double[][]> combined =
                targets.stream().map(target -> combine(target.weights())).toList();
        return combined.stream()
                .map(a -> combined.stream().map(b -> product(a, b)).toList())
                .toList();
    }

    /** The product of two columns. */
    static double product(double[][] a, double[][] b) {
        double sum = 0;
        for (int p = 0; p < a.length; p++) {
            if (a[p].length > 0 && b[p].length > 0) {
                sum += dot(a[p], 0, b[p]);
            }
        }
        return sum;
    }

    /** The product of two of the columns. */
    double product(int a, int b) {
        return product(columns[a], columns[b]);
    }

    /** The product of a column with {@code values}, which has {@link #length()} of them. */
    double product(int column, double[] values) {
        double sum = 0;
        int at = 0;
        for (int p = 0; p < sizes.length; p++) {
            sum += dot(values, at, columns[column][p]);
            at += sizes[p];
        }
        return sum;
    }

    private static double dot(double[] a, int from, double[] b) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = 0;
        for (; i + 3 < b.length; i += 4) {
            s0 += a[from + i] * b[i];
            s1 += a[from + i + 1] * b[i + 1];
            s2 += a[from + i + 2] * b[i + 2];
            s3 += a[from + i + 3] * b[i + 3];
        }
        for (; i < b.length; i++) {
            s0 += a[from + i] * b[i];
        }
        return (s0 + s1) + (s2 + s3);
    }
}
