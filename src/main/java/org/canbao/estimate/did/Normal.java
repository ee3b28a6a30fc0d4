package org.canbao.estimate.did;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.canbao.result.CallawaySantannaFit.Effect;

/** Tests and intervals by the standard normal distribution. */
final class Normal {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    /** Of a 95% interval. */
    static final double CRITICAL = STANDARD.inverseSurvivalProbability(0.025);

    private Normal() {}

    /** An estimate with its test and its interval. */
    static Effect effect(double estimate, double stdError, double critical) {
        double statistic = estimate / stdError;
        double p = Double.isNaN(statistic)
                ? Double.NaN
                : Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(statistic)));
        return new Effect(
                estimate, stdError, statistic, p, estimate - critical * stdError, estimate + critical * stdError);
    }
}
