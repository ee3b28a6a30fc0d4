package org.canbao.report.share;

/**
 * The interval of Wilson (1927): the proportions that a score test at 5% does not reject,
 *
 * <p>(p + z²/2n ± z √(p(1-p)/n + z²/4n²)) / (1 + z²/n),
 *
 * <p>as R's {@code prop.test} without continuity correction. It lies within 0 and 1 and holds for shares near them.
 *
 * @param low the lower end
 * @param high the upper end
 */
public record Interval(double low, double high) {
    /** The 97.5% quantile of the standard normal distribution. */
    private static final double Z = 1.959963984540054;

    /** Without ends, where there is no base. */
    static final Interval NONE = new Interval(Double.NaN, Double.NaN);

    /**
     * The interval at 95%.
     *
     * @param p the proportion
     * @param n the size of its base, which need not be whole; without an interval if it is not positive
     */
    static Interval wilson(double p, double n) {
        if (!(n > 0)) {
            return NONE;
        }
        double z2 = Z * Z / n;
        double half = Z * Math.sqrt(p * (1 - p) / n + z2 / (4 * n));
        double low = p == 0 ? 0 : (p + z2 / 2 - half) / (1 + z2);
        double high = p == 1 ? 1 : (p + z2 / 2 + half) / (1 + z2);
        return new Interval(low, high);
    }
}
