package org.canbao.estimate;

import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.canbao.result.Coefficient;

/** Tests and intervals by Student's t with given degrees of freedom (infinite: the normal distribution), and Fisher's F. */
public final class Student {
    /** The normal distribution. */
    public static final Student NORMAL = new Student(Double.POSITIVE_INFINITY);

    private final TDistribution t;
    private final double critical;

    /** With {@code df} degrees of freedom, infinite for the normal distribution. */
    public Student(double df) {
        t = TDistribution.of(df);
        critical = t.inverseSurvivalProbability(0.025);
    }

    /**
     * An estimate with the degrees of freedom that are its own. Without any (NaN), nothing is known but the estimate and
     * its standard error.
     */
    static Coefficient own(double df, String name, double estimate, double stdError) {
        if (!(df > 0)) {
            double none = Double.NaN;
            return new Coefficient(name, estimate, stdError, none, none, none, none, OptionalDouble.of(none));
        }
        Coefficient c = new Student(df).coefficient(name, estimate, stdError);
        return new Coefficient(
                name, estimate, stdError, c.statistic(), c.pValue(), c.confLow(), c.confHigh(), OptionalDouble.of(df));
    }

    /** Degrees of freedom, infinite for the normal distribution. */
    public double df() {
        return t.getDegreesOfFreedom();
    }

    /** The critical value of a 95% interval. */
    public double critical() {
        return critical;
    }

    /** An estimate with the degrees of freedom at {@code i} of {@code own}, or with these if there are none. */
    Coefficient coefficient(double[] own, int i, String name, double estimate, double stdError) {
        return own.length == 0 ? coefficient(name, estimate, stdError) : own(own[i], name, estimate, stdError);
    }

    /** The two-sided p-value. */
    public double pValue(double statistic) {
        return Double.isNaN(statistic) ? Double.NaN : Math.min(1, 2 * t.survivalProbability(Math.abs(statistic)));
    }

    /** An estimate with its 95% interval. */
    public Coefficient coefficient(String name, double estimate, double stdError) {
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

    /** P(F > statistic); with infinite {@code df2}, {@code df1} times F is chi-squared. */
    public static double fTail(double statistic, int df1, double df2) {
        if (Double.isInfinite(df2)) {
            return ChiSquaredDistribution.of(df1).survivalProbability(df1 * statistic);
        }
        return FDistribution.of(df1, df2).survivalProbability(statistic);
    }
}
