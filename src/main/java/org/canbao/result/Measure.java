package org.canbao.result;

/** What describes a fit as a whole. */
public enum Measure {
    /** 1 - RSS/TSS, TSS about the (weighted) mean. */
    R2,
    /** 1 - (1-R²)(n-1)/(n-K), K with all absorbed effects. */
    R2_ADJUSTED,
    /** R² after absorbing the effects. */
    R2_WITHIN,
    /** McFadden's: 1 - log-likelihood / log-likelihood of a constant alone. */
    PSEUDO_R2,
    /** The (weighted) mean of the outcome over the rows used. */
    OUTCOME_MEAN,
    /** The log-likelihood at the estimates. */
    LOG_LIKELIHOOD,
    /** Twice what a perfect fit would have more of it. */
    DEVIANCE
}
