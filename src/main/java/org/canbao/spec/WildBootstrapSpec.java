package org.canbao.spec;

import org.canbao.diag.Place;

/**
 * A wild cluster bootstrap test of one coefficient (Cameron, Gelbach and Miller 2008).
 *
 * @param coefficient its name
 * @param hypothesis its value under the null hypothesis
 * @param type whether the draws impose it
 * @param weights what multiplies the residuals of a cluster
 * @param draws how many, unless all signs can be enumerated in as many
 * @param seed of the draws
 * @param pValue how extreme draws become a p-value
 * @param place where it is asked for
 */
public record WildBootstrapSpec(
        String coefficient,
        double hypothesis,
        Type type,
        Weights weights,
        int draws,
        long seed,
        PValue pValue,
        Place place) {

    /** Whether the draws impose the null hypothesis. */
    public enum Type {
        /** They do (WCR). */
        RESTRICTED,
        /** They are of the estimated model (WCU). */
        UNRESTRICTED
    }

    /** Distributions with mean zero and variance one. */
    public enum Weights {
        /** -1 or 1. */
        RADEMACHER,
        /** The six points plus or minus the square roots of 1/2, 1 and 3/2 (Webb 2023). */
        WEBB,
        /** The two points with third moment one (Mammen 1993). */
        MAMMEN
    }

    /** How c extreme ones of n draws become a p-value. */
    public enum PValue {
        /** c/n. */
        SHARE,
        /** (c+1)/(n+1). */
        PLUS_ONE
    }
}
