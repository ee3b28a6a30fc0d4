package org.canbao.estimate;

import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.canbao.result.Coefficient;

/** Tests and intervals by Student's t with given degrees of freedom, and Fisher's F. */
final class Student {
    private final TDistribution t;
    private final double critical;

    Student(double df) {
        t = TDistribution.of(df);
        critical = t.inverseSurvivalProbability(0.025);
    }

    /** The two-sided p-value. */
    double pValue(double statistic) {
        return Double.isNaN(statistic) ? Double.NaN : Math.min(1, 2 * t.survivalProbability(Math.abs(statistic)));
    }

    /** An estimate with its 95% interval. */
    Coefficient coefficient(String name, double estimate, double stdError) {
        double statistic = estimate / stdError;
        return new Coefficient(
                name,
                estimate,
                stdError,
                statistic,
                pValue(statistic),
                estimate - critical * stdError,
                estimate + critical * stdError);
    }

    /** P(F > statistic). */
    static double fTail(double statistic, int df1, double df2) {
        return FDistribution.of(df1, df2).survivalProbability(statistic);
    }
}
