package org.canbao.estimate;

import java.util.Arrays;
import org.canbao.math.CholeskySolver;
import org.canbao.math.LinearFit;
import org.canbao.math.Parallel;

/**
 * The pairs cluster bootstrap of one coefficient: clusters drawn with replacement, and the model estimated again. With m_g
 * copies of cluster g, b* - b = (sum m_g P_g)^-1 sum m_g s_g, P_g = X_g'WX_g and s_g being the cluster's scores, which
 * become s_g - P_g (b* - b); t* = (b* - b)/se* is about the estimate. Effects that are nested in clusters belong to each
 * copy of their own.
 */
final class PairsDraws {
    private final LinearFit fit;
    private final double[] contrast;
    private final double[][] scores;
    private final double[][][] products;

    PairsDraws(FullDesign full, ClusterBlocks blocks, int coefficient) {
        fit = full.solved().fit();
        contrast = full.contrast(coefficient);
        scores = new double[blocks.size()][];
        products = new double[blocks.size()][][];
        for (int g = 0; g < scores.length; g++) {
            scores[g] = blocks.scores(g);
            products[g] = blocks.products(g);
        }
    }

    /** |t| of the null hypothesis {@code d} below the estimate, without small-sample factors. */
    double statistic(double d) {
        double[] ones = new double[scores.length];
        Arrays.fill(ones, 1);
        return Math.abs(d) / Math.sqrt(variance(ones, times(fit, contrast), new double[contrast.length]));
    }

    /** |t*| of each draw, without small-sample factors; NaN where the drawn clusters do not identify the coefficients. */
    double[] statistics(DrawnWeights multiplicities, int threads) {
        double[] statistics = new double[multiplicities.draws()];
        Parallel.forEach(statistics.length, threads, draw -> {
            double[] copies = new double[scores.length];
            multiplicities.fill(copies, draw);
            statistics[draw] = statistic(copies);
        });
        return statistics;
    }

    private double statistic(double[] copies) {
        int k = contrast.length;
        double[][] gram = new double[k][k];
        double[] target = new double[k];
        for (int g = 0; g < copies.length; g++) {
            for (int i = 0; copies[g] > 0 && i < k; i++) {
                target[i] += copies[g] * scores[g][i];
                for (int j = 0; j < k; j++) {
                    gram[i][j] += copies[g] * products[g][i][j];
                }
            }
        }
        double[] diagonal = new double[k];
        for (int i = 0; i < k; i++) {
            diagonal[i] = gram[i][i];
        }
        LinearFit drawn = CholeskySolver.solve(gram, target, diagonal);
        if (drawn.size() < k) {
            return Double.NaN;
        }
        double[] moved = new double[k];
        double distance = 0;
        for (int i = 0; i < k; i++) {
            moved[i] = drawn.coefficient(i);
            distance += contrast[i] * moved[i];
        }
        return Math.abs(distance) / Math.sqrt(variance(copies, times(drawn, contrast), moved));
    }

    private double variance(double[] copies, double[] a, double[] moved) {
        double sum = 0;
        for (int g = 0; g < copies.length; g++) {
            double score = 0;
            for (int i = 0; copies[g] > 0 && i < a.length; i++) {
                double own = scores[g][i];
                for (int j = 0; j < a.length; j++) {
                    own -= products[g][i][j] * moved[j];
                }
                score += a[i] * own;
            }
            sum += copies[g] * score * score;
        }
        return sum;
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
}
