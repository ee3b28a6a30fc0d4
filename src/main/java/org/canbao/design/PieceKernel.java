package org.canbao.design;

/** Moments of a few rows of one cell: means, then cross-products about them. One per thread. */
final class PieceKernel {
    /** Rows of a piece; short enough to stay in the first cache, and for plain sums to lose nothing. */
    static final int ROWS = 512;

    private final int[] varying;
    private final double[][] x;
    private final double[] weighted = new double[ROWS];
    private final double[] weights = new double[ROWS];
    private final double[] means;
    private final double[] products;

    PieceKernel(int[] varying) {
        this.varying = varying;
        this.x = new double[varying.length][ROWS];
        this.means = new double[varying.length];
        this.products = new double[varying.length * (varying.length + 1) / 2];
    }

    /** Adds the rows {@code order[from]} to {@code order[to - 1]} to a cell. */
    void add(CellSums cell, int[] order, int from, int to, double[][] bases, double[] rowWeights) {
        for (int start = from; start < to; start += ROWS) {
            piece(cell, order, start, Math.min(start + ROWS, to), bases, rowWeights);
        }
    }

    private void piece(CellSums cell, int[] order, int from, int to, double[][] bases, double[] rowWeights) {
        int n = to - from;
        double weight = 0;
        for (int i = 0; i < n; i++) {
            weights[i] = rowWeights[order[from + i]];
            weight += weights[i];
        }
        for (int a = 0; a < varying.length; a++) {
            means[a] = centre(x[a], bases[varying[a]], order, from, n, weight);
        }
        multiply(n);
        cell.merge(n, weight, varying, means, products);
    }

    /** Gathers a base less its mean, which is returned; exact where the base is constant. */
    private double centre(double[] target, double[] base, int[] order, int from, int n, double weight) {
        double shift = base[order[from]];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            target[i] = base[order[from + i]] - shift;
            sum += weights[i] * target[i];
        }
        double mean = sum / weight;
        for (int i = 0; i < n; i++) {
            target[i] -= mean;
        }
        return shift + mean;
    }

    private void multiply(int n) {
        int at = 0;
        for (int a = 0; a < varying.length; a++) {
            double[] xa = x[a];
            for (int i = 0; i < n; i++) {
                weighted[i] = weights[i] * xa[i];
            }
            int b = 0;
            for (; b + 3 <= a; b += 4) {
                four(at + b, x[b], x[b + 1], x[b + 2], x[b + 3], n);
            }
            for (; b <= a; b++) {
                double sum = 0;
                for (int i = 0; i < n; i++) {
                    sum += weighted[i] * x[b][i];
                }
                products[at + b] = sum;
            }
            at += a + 1;
        }
    }

    /** Four products at a time: independent sums keep the processor busy. */
    private void four(int at, double[] x0, double[] x1, double[] x2, double[] x3, int n) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        for (int i = 0; i < n; i++) {
            double w = weighted[i];
            s0 += w * x0[i];
            s1 += w * x1[i];
            s2 += w * x2[i];
            s3 += w * x3[i];
        }
        products[at] = s0;
        products[at + 1] = s1;
        products[at + 2] = s2;
        products[at + 3] = s3;
    }
}
