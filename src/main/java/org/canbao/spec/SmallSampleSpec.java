package org.canbao.spec;

/**
 * The small-sample conventions; the defaults are fixest 0.14's.
 *
 * @param profile the program whose conventions they are, but for single ones that a spec changes
 * @param fixedEffects how absorbed effects count in K
 * @param exact whether effects count by the rank of their indicators rather than by their levels less one
 * @param kAdjust whether to multiply by (n-1)/(n-K)
 * @param gAdjust whether to multiply by G/(G-1)
 * @param clusters which G in multi-way clustering
 * @param degrees the degrees of freedom of p-values and intervals
 */
public record SmallSampleSpec(
        Profile profile,
        CountFixedEffects fixedEffects,
        boolean exact,
        boolean kAdjust,
        boolean gAdjust,
        ClusterCount clusters,
        Degrees degrees) {
    /** fixest 0.14's defaults. */
    public static final SmallSampleSpec FIXEST = Profile.FIXEST.conventions();

    /** clubSandwich's: every parameter counts. */
    public static final SmallSampleSpec CLUB_SANDWICH = new SmallSampleSpec(
            Profile.FIXEST, CountFixedEffects.FULL, false, true, true, ClusterCount.MIN, Degrees.CLUSTERS);

    /** Whose they are: the name of the program, or {@code custom}. */
    public String name() {
        return equals(profile.conventions()) ? profile.id() : "custom";
    }

    /** The same with other degrees of freedom. */
    public SmallSampleSpec with(Degrees other) {
        return new SmallSampleSpec(profile, fixedEffects, exact, kAdjust, gAdjust, clusters, other);
    }

    /** How absorbed effects count in K. */
    public enum CountFixedEffects {
        /** {@link #NONNESTED} for clustered covariances, otherwise {@link #FULL}. */
        DEFAULT,
        /** Not at all. */
        NONE,
        /** Those that are not nested in a cluster variable. */
        NONNESTED,
        /** All. */
        FULL,
        /**
         * As reghdfe: the first effect with all levels, others less the most groups in which they connect with an earlier
         * one; of those nested in a cluster variable one parameter, for the constant.
         */
        REGHDFE
    }

    /** Which G in multi-way clustering. */
    public enum ClusterCount {
        /** The smallest, for every term. */
        MIN,
        /** Each term its own. */
        CONVENTIONAL
    }

    /** The degrees of freedom of p-values and intervals. */
    public enum Degrees {
        /** The fewest clusters less one; without clusters, n-K. */
        CLUSTERS,
        /** That, or n less the parameters of the regression if it is less. */
        FEWER,
        /** The normal distribution for robust and clustered covariances; t with n-K for homoskedastic errors. */
        NORMAL
    }
}
