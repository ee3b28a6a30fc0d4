package org.canbao.estimate.honest;

import org.apache.commons.math3.analysis.solvers.BrentSolver;
import org.apache.commons.statistics.distribution.NormalDistribution;

/** Quantiles of a normal variable that is folded or truncated. */
final class NormalTails {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final int EVALUATIONS = 200;

    private NormalTails() {}

    /** The two-sided critical value of the standard normal. */
    static double critical(double alpha) {
        return NORMAL.inverseSurvivalProbability(alpha / 2);
    }

    /** The normal deviate that stands where a uniform one does in its distribution. */
    static double ofUniform(double uniform) {
        return NORMAL.inverseCumulativeProbability(Math.max(uniform, 0x1.0p-54));
    }

    /** q with P(|Z + t| > q) = alpha for a standard normal Z, t at least zero. */
    static double folded(double t, double alpha) {
        double low = t + NORMAL.inverseSurvivalProbability(alpha) - 1e-9;
        double high = t + critical(alpha) + 1e-9;
        if (t > 1e6) {
            return t + NORMAL.inverseSurvivalProbability(alpha);
        }
        return new BrentSolver(1e-15, 1e-14, 1e-16)
                .solve(
                        EVALUATIONS,
                        q -> NORMAL.survivalProbability(q - t) + NORMAL.survivalProbability(q + t) - alpha,
                        Math.max(0, low),
                        high);
    }

    /** The quantile at {@code p} of a standard normal between {@code low} and {@code high}. */
    static double truncated(double p, double low, double high) {
        if (low < 0) {
            double below = NORMAL.cumulativeProbability(low);
            double probability = below + p * (NORMAL.cumulativeProbability(high) - below);
            return Math.min(high, Math.max(low, NORMAL.inverseCumulativeProbability(probability)));
        }
        double above = NORMAL.survivalProbability(low);
        double probability = above - p * (above - NORMAL.survivalProbability(high));
        // Beyond what probabilities can tell, the tail is exponential.
        double quantile =
                probability > 0 ? NORMAL.inverseSurvivalProbability(probability) : low - StrictMath.log1p(-p) / low;
        return Math.min(high, Math.max(low, quantile));
    }
}
