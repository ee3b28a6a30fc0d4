package org.canbao.spec;

import org.canbao.spec.SmallSampleSpec.ClusterCount;
import org.canbao.spec.SmallSampleSpec.CountFixedEffects;
import org.canbao.spec.SmallSampleSpec.Degrees;

/**
 * A program whose small-sample conventions canbao can follow: what counts in K, which factors a covariance has, which
 * distribution gives p-values, and whether rows alone in a fixed-effect level are used.
 */
public enum Profile {
    /** R's fixest since 0.13. */
    FIXEST("fixest", CountFixedEffects.DEFAULT, false, ClusterCount.MIN, Degrees.CLUSTERS, false),
    /** reghdfe 6 for Stata: effects that others make redundant do not count. */
    REGHDFE("reghdfe", CountFixedEffects.REGHDFE, false, ClusterCount.MIN, Degrees.FEWER, false),
    /** Stata's areg, and regress with indicators: every identified parameter counts. */
    STATA_AREG("stata-areg", CountFixedEffects.FULL, true, ClusterCount.MIN, Degrees.CLUSTERS, true),
    /** Stata's xtreg, fe: effects nested in clusters do not count. */
    STATA_XTREG("stata-xtreg", CountFixedEffects.DEFAULT, true, ClusterCount.MIN, Degrees.CLUSTERS, true),
    /** Python's statsmodels with indicators: robust covariances go with the normal distribution. */
    STATSMODELS("statsmodels", CountFixedEffects.FULL, true, ClusterCount.CONVENTIONAL, Degrees.NORMAL, true);

    private final String id;
    private final CountFixedEffects fixedEffects;
    private final boolean exact;
    private final ClusterCount clusters;
    private final Degrees degrees;
    private final boolean singletons;

    Profile(
            String id,
            CountFixedEffects fixedEffects,
            boolean exact,
            ClusterCount clusters,
            Degrees degrees,
            boolean singletons) {
        this.id = id;
        this.fixedEffects = fixedEffects;
        this.exact = exact;
        this.clusters = clusters;
        this.degrees = degrees;
        this.singletons = singletons;
    }

    /** The value of {@code profile:} in the spec language. */
    public String id() {
        return id;
    }

    /** Its conventions. */
    public SmallSampleSpec conventions() {
        return new SmallSampleSpec(this, fixedEffects, exact, true, true, clusters, degrees);
    }

    /** Whether it uses rows that are alone in a level of a fixed effect. */
    public boolean keepsSingletons() {
        return singletons;
    }

    /** Whether the program computes a kind of covariance at all. */
    public boolean offers(VcovSpec vcov) {
        if (vcov instanceof VcovSpec.ClusterRobust) {
            return false;
        }
        if (vcov instanceof VcovSpec.Hetero hetero) {
            return switch (this) {
                case FIXEST, STATSMODELS -> true;
                case REGHDFE, STATA_AREG -> hetero.leverage() == VcovSpec.Leverage.HC1;
                case STATA_XTREG -> false;
            };
        }
        return switch (this) {
            case FIXEST, REGHDFE -> true;
            case STATSMODELS -> vcov.clusters().size() <= 2;
            case STATA_AREG, STATA_XTREG -> vcov.clusters().size() <= 1;
        };
    }
}
