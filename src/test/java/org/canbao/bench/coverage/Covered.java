package org.canbao.bench.coverage;

import org.canbao.result.Coefficient;

/** How many of the intervals of one kind held the truth. */
final class Covered {
    private static final double NOMINAL = 0.95;

    private int tried;
    private int held;

    void add(Coefficient found, double truth) {
        tried++;
        held += found.confLow() <= truth && truth <= found.confHigh() ? 1 : 0;
    }

    boolean isTried() {
        return tried > 0;
    }

    double share() {
        return held / (double) tried;
    }

    /** Whether the share is what theory says, up to so many Monte Carlo standard errors. */
    boolean keeps(Claim.Promise promise, double errorsAllowed) {
        double off = (share() - NOMINAL) / error(tried);
        return promise == Claim.Promise.HOLDS ? Math.abs(off) <= errorsAllowed : off <= errorsAllowed;
    }

    /** The Monte Carlo standard error of the share of intervals that keep their word. */
    static double error(int surveys) {
        return Math.sqrt(NOMINAL * (1 - NOMINAL) / surveys);
    }
}
