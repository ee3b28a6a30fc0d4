package org.canbao.report.share;

/**
 * A proportion and what it was counted from.
 *
 * <p>The weighted share is the ratio Σwx / Σw. Its interval is that of Wilson with the size that a simple random sample
 * of the same variance would have, p(1-p) / v (Korn and Graubard 1998; Dean and Pagano 2015), where v is the linearised
 * variance n/(n-1) Σw²(x-p)² / (Σw)²; clusters and strata of the survey are not known to it. If all or none are counted,
 * the size is Kish's (Σw)² / Σw².
 *
 * @param count the rows of the base that are counted
 * @param base the rows of the base
 * @param weighted the share with weights; NaN without them
 * @param size the effective size of the weighted base
 */
public record Proportion(long count, long base, double weighted, double size) {
    /** The share without weights; NaN without a base. */
    public double share() {
        return base == 0 ? Double.NaN : count / (double) base;
    }

    /** Its interval at 95%. */
    public Interval interval() {
        return Interval.wilson(share(), base);
    }

    /** The interval of the weighted share at 95%. */
    public Interval weightedInterval() {
        return Interval.wilson(weighted, size);
    }
}
