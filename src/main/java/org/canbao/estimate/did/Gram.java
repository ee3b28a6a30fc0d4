package org.canbao.estimate.did;

/**
 * Weighted cross-products of covariates, and of these with a number per row. A stretch of rows at a time, whose columns stay
 * in the processor's cache; within it columns run along rows, four sums at once, in loops so small that they are compiled
 * early.
 */
final class Gram {
    /** Rows of a stretch. */
    private static final int STRETCH = 512;

    private final double[][] products;
    private final double[] sums;

    /** Over a part: X'WX and X'v. */
    Gram(CellRows rows, CellRows.Part part, double[] weights, double[] values) {
        int k = rows.width();
        double[][] x = rows.covariates();
        products = new double[k][k];
        double[] weighted = new double[STRETCH];
        for (int from = part.from(); from < part.to(); from += STRETCH) {
            int length = Math.min(STRETCH, part.to() - from);
            for (int j = 0; j < k; j++) {
                multiply(weights, x[j], from, length, weighted);
                addSums(weighted, 0, x, from, length, products[j], j + 1);
            }
        }
        sums = sums(rows, part, values);
        mirror();
    }

    /** X'v over a part. */
    static double[] sums(CellRows rows, CellRows.Part part, double[] values) {
        double[] sums = new double[rows.width()];
        for (int from = part.from(); from < part.to(); from += STRETCH) {
            int length = Math.min(STRETCH, part.to() - from);
            addSums(values, from, rows.covariates(), from, length, sums, sums.length);
        }
        return sums;
    }

    /** X'WX. */
    double[][] products() {
        return products;
    }

    /** X'v. */
    double[] sums() {
        return sums;
    }

    /** The diagonal of X'WX. */
    double[] squares() {
        double[] diagonal = new double[products.length];
        for (int j = 0; j < diagonal.length; j++) {
            diagonal[j] = products[j][j];
        }
        return diagonal;
    }

    private void mirror() {
        for (int j = 0; j < products.length; j++) {
            for (int l = 0; l < j; l++) {
                products[l][j] = products[j][l];
            }
        }
    }

    private static void multiply(double[] a, double[] b, int from, int length, double[] product) {
        for (int i = 0; i < length; i++) {
            product[i] = a[from + i] * b[from + i];
        }
    }

    /** Adds the products of values, which begin at {@code at}, with the first columns of x, which begin at {@code from}. */
    private static void addSums(
            double[] values, int at, double[][] x, int from, int length, double[] sums, int columns) {
        int j = 0;
        for (; j + 3 < columns; j += 4) {
            addFour(values, at, x[j], x[j + 1], x[j + 2], x[j + 3], from, length, sums, j);
        }
        for (; j < columns; j++) {
            sums[j] += product(values, at, x[j], from, length);
        }
    }

    private static void addFour(
            double[] values,
            int at,
            double[] x0,
            double[] x1,
            double[] x2,
            double[] x3,
            int from,
            int length,
            double[] sums,
            int j) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = 0; i < length; i++) {
            double value = values[at + i];
            s0 += value * x0[from + i];
            s1 += value * x1[from + i];
            s2 += value * x2[from + i];
            s3 += value * x3[from + i];
        }
        sums[j] += s0;
        sums[j + 1] += s1;
        sums[j + 2] += s2;
        sums[j + 3] += s3;
    }

    private static double product(double[] values, int at, double[] x, int from, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) {
            sum += values[at + i] * x[from + i];
        }
        return sum;
    }
}
