package org.canbao.math;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A preconditioner for a {@link SchurOperator}. Each effect of many levels has a {@link GraphFactor} of its own block;
 * together they are P. The effects of few levels, with the others S = [A C'; C B], are solved for exactly beside P, by the
 * eigenvalues of T = B - C P C': even slight ties of a few levels to what moves slowly through a large graph would cost
 * iterations. Eigenvalues of T that an inexact P makes negative count by their size, so that the whole stays positive.
 */
final class BlockFactor {
    /** Levels beyond which an effect gets a factor. */
    private static final int FEW = 64;
    /** Entries of C that may be kept. */
    private static final long MOST_ENTRIES = 20_000_000;
    /**
     * Eigenvalues of T, its columns scaled, below which they are rounding of combinations that other effects give exactly;
     * they count as one, which leaves the iterations to find whether there is anything.
     */
    private static final double NONE = 1e-6;

    private final List<Integer> large = new ArrayList<>();
    private final List<Integer> small = new ArrayList<>();
    private final List<GraphFactor> factors = new ArrayList<>();
    private final double[] scales;
    /** By column of a small effect and large effect: C, and C P. */
    private final double[][][] ties;

    private final double[][][] solved;
    private final SymmetricEigen.Spectrum spectrum;

    BlockFactor(SchurOperator schur) {
        long levels = 0;
        for (int e = 0; e < schur.effects(); e++) {
            boolean few = schur.totals(e).length <= FEW;
            (few ? small : large).add(e);
            if (!few) {
                levels += schur.totals(e).length;
                factors.add(GraphFactor.of(schur.withFirst(e), schur.firstTotals()));
            }
        }
        scales = scales(schur);
        boolean tied = levels * scales.length <= MOST_ENTRIES;
        ties = new double[scales.length][tied ? large.size() : 0][];
        solved = new double[scales.length][ties.length == 0 ? 0 : ties[0].length][];
        for (int l = 0; l < large.size() && tied; l++) {
            tie(schur, l);
        }
        spectrum = scales.length == 0
                ? new SymmetricEigen.Spectrum(new double[0], new double[0][])
                : SymmetricEigen.spectrum(remaining(schur));
    }

    /** An approximate solution of S x = r, by effect. */
    double[][] solve(double[][] residual) {
        double[][] image = new double[residual.length][];
        for (int l = 0; l < large.size(); l++) {
            image[large.get(l)] = residual[large.get(l)].clone();
            factors.get(l).solve(image[large.get(l)]);
        }
        double[] right = new double[scales.length];
        int column = 0;
        for (int e : small) {
            for (double value : residual[e]) {
                right[column] = (value - along(ties[column], image)) * scales[column];
                column++;
            }
        }
        double[] theta = spectrum.apply(value -> Math.abs(value) > NONE ? 1 / Math.abs(value) : 1, right);
        column = 0;
        for (int e : small) {
            image[e] = new double[residual[e].length];
            for (int level = 0; level < image[e].length; level++) {
                image[e][level] = theta[column] * scales[column];
                subtract(solved[column], image[e][level], image);
                column++;
            }
        }
        return image;
    }

    private double[] scales(SchurOperator schur) {
        return small.stream()
                .flatMapToDouble(e -> Arrays.stream(schur.totals(e)))
                .map(total -> 1 / Math.sqrt(total))
                .toArray();
    }

    private void tie(SchurOperator schur, int l) {
        int column = 0;
        for (int e : small) {
            for (double[] row : schur.block(e, large.get(l))) {
                ties[column][l] = row;
                solved[column][l] = row.clone();
                factors.get(l).solve(solved[column][l]);
                column++;
            }
        }
    }

    /** T, its columns scaled. */
    private double[][] remaining(SchurOperator schur) {
        double[][] matrix = new double[scales.length][scales.length];
        int row = 0;
        for (int a : small) {
            int column = 0;
            for (int b : small) {
                double[][] block = schur.block(a, b);
                for (int i = 0; i < block.length; i++) {
                    System.arraycopy(block[i], 0, matrix[row + i], column, block[i].length);
                }
                column += schur.totals(b).length;
            }
            row += schur.totals(a).length;
        }
        for (int i = 0; i < matrix.length; i++) {
            for (int j = 0; j <= i; j++) {
                double entry = matrix[i][j];
                for (int l = 0; l < ties[i].length; l++) {
                    entry -= dot(ties[i][l], solved[j][l]);
                }
                matrix[i][j] = entry * scales[i] * scales[j];
                matrix[j][i] = matrix[i][j];
            }
        }
        return matrix;
    }

    private double along(double[][] ties, double[][] image) {
        double sum = 0;
        for (int l = 0; l < ties.length; l++) {
            sum += dot(ties[l], image[large.get(l)]);
        }
        return sum;
    }

    private void subtract(double[][] solved, double scale, double[][] image) {
        for (int l = 0; l < solved.length; l++) {
            double[] target = image[large.get(l)];
            for (int level = 0; level < target.length; level++) {
                target[level] -= scale * solved[l][level];
            }
        }
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }
}
