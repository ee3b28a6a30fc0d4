package org.canbao.estimate.rd;

/**
 * The densities left and right of a cutoff.
 *
 * @param left density just left of it, in shares of all rows per unit
 * @param right density just right of it
 * @param leftVariance of {@code left}
 * @param rightVariance of {@code right}
 * @param covariance of the two
 * @param leftHigher a higher coefficient of the distribution function left of the cutoff, for bias
 * @param rightHigher the same right of it
 */
record SideDensities(
        double left,
        double right,
        double leftVariance,
        double rightVariance,
        double covariance,
        double leftHigher,
        double rightHigher) {
    double difference() {
        return right - left;
    }

    double differenceVariance() {
        return leftVariance + rightVariance - 2 * covariance;
    }

    double sumVariance() {
        return leftVariance + rightVariance + 2 * covariance;
    }

    /** The same with variances from elsewhere. */
    SideDensities withVariances(double ofLeft, double ofRight, double ofBoth) {
        return new SideDensities(left, right, ofLeft, ofRight, ofBoth, leftHigher, rightHigher);
    }
}
