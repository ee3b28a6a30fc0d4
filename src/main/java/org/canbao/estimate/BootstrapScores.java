package org.canbao.estimate;

import java.util.Arrays;
import org.canbao.math.LinearFit;

/**
 * The t statistics of a wild cluster bootstrap as functions of the null hypothesis, from sums by cluster alone.
 *
 * <p>With a = (X'WX)^-1 c, scores s_g = X_g'W u_g of the unrestricted residuals and P_g = X_g'WX_g, the residuals under
 * c'b = b_c - d have the scores r_g = s_g + d P_g a / c'a. The weights v give c'b* - null = sum of v_g a'r_g, and cluster g
 * adds the square of v_g a'r_g - (P_g a)'(X'WX)^-1 sum of v_h r_h to the variance. Both r_g and what follows from it are
 * linear in d: a draw is a distance D_0 + d D_1 and a variance |q_0 + d q_1|², kept as five numbers.
 *
 * <p>Draws are multiplied in blocks of {@value #BLOCK}, so that the inner loop runs along draws.
 */
final class BootstrapScores {
    /** Draws in a block. */
    static final int BLOCK = 64;

    private final int clusters;
    private final int inner;
    /** a's_g and a'P_g a / c'a. */
    private final double[][] direct;
    /** (X'WX)^-1 s_g and (X'WX)^-1 P_g a / c'a, by the column of X and the cluster. */
    private final double[][][] fitted;
    /** -P_g a, by the cluster and the column of X. */
    private final double[][] negativeSlopes;

    /**
     * The statistics.
     *
     * @param full the solution with all effects that cut across clusters as columns
     * @param coefficient which of the coefficients
     */
    BootstrapScores(FullDesign full, ClusterBlocks blocks, int coefficient) {
        LinearFit fit = full.solved().fit();
        double[] contrast = full.contrast(coefficient);
        double[] a = times(fit, contrast);
        double scale = 1 / dot(contrast, a);
        clusters = blocks.size();
        inner = fit.size();
        direct = new double[2][clusters];
        fitted = new double[2][inner][clusters];
        negativeSlopes = new double[clusters][inner];
        for (int g = 0; g < clusters; g++) {
            double[] score = blocks.scores(g);
            double[] moved = new double[inner];
            double[][] products = blocks.products(g);
            for (int l = 0; l < inner; l++) {
                double slope = dot(products[l], a);
                negativeSlopes[g][l] = -slope;
                moved[l] = scale * slope;
            }
            set(0, g, a, score, fit);
            set(1, g, a, moved, fit);
        }
    }

    private void set(int order, int g, double[] a, double[] score, LinearFit fit) {
        direct[order][g] = dot(a, score);
        double[] image = times(fit, score);
        for (int l = 0; l < inner; l++) {
            fitted[order][l][g] = image[l];
        }
    }

    /** How many clusters. */
    int clusters() {
        return clusters;
    }

    /** By cluster, what a unit of its weight adds to D_0, D_1, q_0 and q_1. */
    double[][] columns() {
        double[][] columns = new double[clusters][2 + 2 * clusters];
        for (int h = 0; h < clusters; h++) {
            for (int order = 0; order < 2; order++) {
                columns[h][order] = direct[order][h];
                for (int g = 0; g < clusters; g++) {
                    double sum = g == h ? direct[order][g] : 0;
                    for (int l = 0; l < inner; l++) {
                        sum += negativeSlopes[g][l] * fitted[order][l][h];
                    }
                    columns[h][2 + order * clusters + g] = sum;
                }
            }
        }
        return columns;
    }

    /** Draws of which each is five numbers: D_0, D_1, |q_0|², q_0'q_1 and |q_1|². */
    final class Block {
        private final double[][] weights = new double[clusters][BLOCK];
        private final double[][][] images = new double[2][inner][BLOCK];
        private final double[][][] sums = new double[2][clusters][BLOCK];
        private final double[][] numbers = new double[5][BLOCK];
        private final double[] one = new double[clusters];

        /** Computes draws, at most {@value #BLOCK} at a time. */
        BootstrapKernel kernel() {
            return (source, first, count, target) -> {
                for (int j = 0; j < count; j++) {
                    source.fill(one, first + j);
                    set(j);
                }
                compute();
                for (int i = 0; i < numbers.length; i++) {
                    System.arraycopy(numbers[i], 0, target[i], first, count);
                }
            };
        }

        /** Computes the draw in which all weights are one: the data. */
        void actual() {
            Arrays.fill(one, 1);
            set(0);
            compute();
        }

        /** The variance in draw {@code j}. */
        double variance(int j, double d) {
            return numbers[2][j] + 2 * d * numbers[3][j] + d * d * numbers[4][j];
        }

        private void set(int j) {
            for (int g = 0; g < clusters; g++) {
                weights[g][j] = one[g];
            }
        }

        private void compute() {
            for (double[] number : numbers) {
                Arrays.fill(number, 0);
            }
            for (int order = 0; order < 2; order++) {
                addAll(numbers[order], direct[order], weights);
                multiply(fitted[order], weights, images[order]);
                multiply(negativeSlopes, images[order], sums[order]);
            }
            for (int g = 0; g < clusters; g++) {
                addScaled(sums[0][g], direct[0][g], weights[g]);
                addScaled(sums[1][g], direct[1][g], weights[g]);
                addProducts(numbers[2], sums[0][g], sums[0][g]);
                addProducts(numbers[3], sums[0][g], sums[1][g]);
                addProducts(numbers[4], sums[1][g], sums[1][g]);
            }
        }
    }

    /** The matrix product of factors and columns. */
    private static void multiply(double[][] factors, double[][] columns, double[][] product) {
        for (int row = 0; row < product.length; row++) {
            Arrays.fill(product[row], 0);
            addAll(product[row], factors[row], columns);
        }
    }

    /** Adds the columns times their factors, in order; four at a time, so that the sum is fetched and stored less often. */
    private static void addAll(double[] sum, double[] factors, double[][] columns) {
        int c = 0;
        for (; c + 3 < factors.length; c += 4) {
            addFour(sum, factors, columns, c);
        }
        for (; c < factors.length; c++) {
            addScaled(sum, factors[c], columns[c]);
        }
    }

    private static void addFour(double[] sum, double[] factors, double[][] columns, int c) {
        double f0 = factors[c];
        double f1 = factors[c + 1];
        double f2 = factors[c + 2];
        double f3 = factors[c + 3];
        double[] x0 = columns[c];
        double[] x1 = columns[c + 1];
        double[] x2 = columns[c + 2];
        double[] x3 = columns[c + 3];
        for (int j = 0; j < BLOCK; j++) {
            sum[j] = sum[j] + f0 * x0[j] + f1 * x1[j] + f2 * x2[j] + f3 * x3[j];
        }
    }

    private static void addScaled(double[] sum, double factor, double[] x) {
        for (int j = 0; j < BLOCK; j++) {
            sum[j] += factor * x[j];
        }
    }

    private static void addProducts(double[] sum, double[] x, double[] y) {
        for (int j = 0; j < BLOCK; j++) {
            sum[j] += x[j] * y[j];
        }
    }

    private static double[] times(LinearFit fit, double[] x) {
        double[] image = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                image[i] += fit.inverse(i, j) * x[j];
            }
        }
        return image;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
