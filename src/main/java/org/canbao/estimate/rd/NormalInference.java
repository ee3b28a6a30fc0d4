package org.canbao.estimate.rd;

import java.util.List;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.canbao.result.Coefficient;
import org.canbao.result.RdLocalFit;

/** Tests and intervals by the normal distribution. */
final class NormalInference {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private final double critical;

    /** For intervals of a level in percent. */
    NormalInference(double level) {
        critical = NORMAL.inverseSurvivalProbability((1 - level / 100) / 2);
    }

    /** The three rows of a discontinuity. */
    List<Coefficient> rows(double estimate, double corrected, double variance, double robustVariance) {
        double error = Math.sqrt(variance);
        return List.of(
                row(RdLocalFit.CONVENTIONAL, estimate, error),
                row(RdLocalFit.BIAS_CORRECTED, corrected, error),
                row(RdLocalFit.ROBUST, corrected, Math.sqrt(robustVariance)));
    }

    private Coefficient row(String name, double estimate, double error) {
        double z = estimate / error;
        return new Coefficient(
                name,
                estimate,
                error,
                z,
                Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z))),
                estimate - critical * error,
                estimate + critical * error);
    }
}
