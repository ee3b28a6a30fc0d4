package org.canbao.estimate;

import java.util.Arrays;
import org.canbao.math.LinearFit;

/**
 * The t statistics of a wild bootstrap with the null hypothesis imposed, from sums by cluster alone. With a = (X'WX)^-1 c
 * and restricted scores r_g = X_g'W u_g of the residuals u under c'b = null, the weights v give c'b* - null = sum of v_g
 * a'r_g, and cluster g adds the square of v_g a'r_g - a'X_g'WX_g (X'WX)^-1 sum of v_h r_h to the variance.
 */
final class RestrictedScores {
    private final double[] direct;
    private final double[][] fitted;
    private final double[][] slopes;

    /**
     * @param full the solution with all effects that cut across clusters as columns
     * @param coefficient which of the coefficients
     * @param distance its estimate less its value under the null hypothesis
     */
    RestrictedScores(FullDesign full, ClusterBlocks blocks, int coefficient, double distance) {
        LinearFit fit = full.solved().fit();
        double[] contrast = full.contrast(coefficient);
        double[] a = times(fit, contrast);
        double shift = distance / dot(contrast, a);
        direct = new double[blocks.size()];
        fitted = new double[blocks.size()][];
        slopes = new double[fit.size()][blocks.size()];
        for (int g = 0; g < blocks.size(); g++) {
            double[] restricted = blocks.scores(g).clone();
            double[][] products = blocks.products(g);
            for (int l = 0; l < restricted.length; l++) {
                slopes[l][g] = dot(products[l], a);
                restricted[l] += shift * slopes[l][g];
            }
            direct[g] = dot(a, restricted);
            fitted[g] = times(fit, restricted);
        }
    }

    /** Arrays that one draw after another can use. */
    final class Scratch {
        private final double[] image = new double[slopes.length];
        private final double[] scores = new double[direct.length];

        /** The distance of the coefficient from the null hypothesis for these weights. */
        double distance(double[] weights) {
            double distance = 0;
            Arrays.fill(image, 0);
            for (int g = 0; g < weights.length; g++) {
                scores[g] = weights[g] * direct[g];
                distance += scores[g];
                double[] b = fitted[g];
                for (int l = 0; l < image.length; l++) {
                    image[l] += weights[g] * b[l];
                }
            }
            return distance;
        }

        /** The variance for the weights whose distance was asked for last. */
        double variance() {
            for (int l = 0; l < image.length; l++) {
                double[] slope = slopes[l];
                double along = image[l];
                for (int g = 0; g < scores.length; g++) {
                    scores[g] -= along * slope[g];
                }
            }
            return dot(scores, scores);
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
