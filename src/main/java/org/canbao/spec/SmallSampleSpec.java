package org.canbao.spec;

/**
 * The small-sample conventions; the defaults are fixest 0.14's.
 *
 * @param fixedEffects how absorbed effects count in K
 * @param kAdjust whether to multiply by (n-1)/(n-K)
 * @param gAdjust whether to multiply by G/(G-1)
 * @param clusters which G in multi-way clustering
 */
public record SmallSampleSpec(CountFixedEffects fixedEffects, boolean kAdjust, boolean gAdjust, ClusterCount clusters) {
    /** fixest 0.14's defaults. */
    public static final SmallSampleSpec FIXEST =
            new SmallSampleSpec(CountFixedEffects.DEFAULT, true, true, ClusterCount.MIN);

    /** clubSandwich's: every parameter counts. */
    public static final SmallSampleSpec CLUB_SANDWICH =
            new SmallSampleSpec(CountFixedEffects.FULL, true, true, ClusterCount.MIN);

    /** How absorbed effects count in K. */
    public enum CountFixedEffects {
        /** {@link #NONNESTED} for clustered covariances, otherwise {@link #FULL}. */
        DEFAULT,
        /** Not at all. */
        NONE,
        /** Those that are not nested in a cluster variable. */
        NONNESTED,
        /** All. */
        FULL
    }

    /** Which G in multi-way clustering. */
    public enum ClusterCount {
        /** The smallest, for every term. */
        MIN,
        /** Each term its own. */
        CONVENTIONAL
    }
}
