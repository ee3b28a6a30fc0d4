package org.canbao.spec;

import java.util.Locale;

/** How the variance of a local-polynomial discontinuity is estimated. */
public enum RdVariance {
    /** From differences to the nearest neighbours. */
    NN,
    /** From residuals as they are. */
    HC0,
    /** Squared residuals times n/(n-k). */
    HC1,
    /** Squared residuals over 1-h, h the leverage. */
    HC2,
    /** Squared residuals over (1-h)². */
    HC3,
    /** By clusters, times G/(G-1) · (n-1)/(n-k). */
    CR1,
    /** By clusters, their residuals times the inverse square root of I - H. */
    CR2,
    /** By clusters, their residuals times the inverse of I - H. */
    CR3;

    /** Whether it is made from sums over clusters. */
    public boolean clustered() {
        return ordinal() >= CR1.ordinal();
    }

    /** The value of {@code vcov:} in the spec language. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
