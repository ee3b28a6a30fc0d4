package org.canbao.spec;

/**
 * How a local-polynomial discontinuity is estimated; the defaults are those of rdrobust 4.0.
 *
 * @param cutoff where treatment changes; rows at the cutoff are right of it
 * @param order the degree p of the polynomial of the estimate
 * @param biasOrder the degree q of the one of its bias, more than {@code order}
 * @param derivative which derivative jumps: 0 the level, 1 the slope (a kink); at most {@code order}
 * @param kernel the weights about the cutoff
 * @param bandwidth where the bandwidths come from
 * @param massPoints what is done about rows with the same value of the running variable
 * @param variance how the variance is estimated
 * @param neighbours how many nearest neighbours at least, for {@link RdVariance#NN}
 * @param level of the confidence intervals, in percent
 * @param scale what the estimate is multiplied with
 */
public record RdLocalOptions(
        double cutoff,
        int order,
        int biasOrder,
        int derivative,
        RdKernel kernel,
        RdBandwidth bandwidth,
        MassPoints massPoints,
        RdVariance variance,
        int neighbours,
        double level,
        double scale) {
    /** rdrobust's defaults at a cutoff. */
    public static RdLocalOptions at(double cutoff) {
        return new RdLocalOptions(
                cutoff,
                1,
                2,
                0,
                RdKernel.TRIANGULAR,
                RdBandwidth.Selected.DEFAULT,
                MassPoints.ADJUST,
                RdVariance.NN,
                3,
                95,
                1);
    }

    /** What is done about rows that share a value of the running variable. */
    public enum MassPoints {
        /** Nothing. */
        OFF,
        /** They are counted and reported. */
        CHECK,
        /** Bandwidths are chosen by the number of distinct values. */
        ADJUST
    }

    /** The same at another cutoff. */
    public RdLocalOptions withCutoff(double other) {
        return new RdLocalOptions(
                other, order, biasOrder, derivative, kernel, bandwidth, massPoints, variance, neighbours, level, scale);
    }

    /** The same with other bandwidths. */
    public RdLocalOptions withBandwidth(RdBandwidth other) {
        return new RdLocalOptions(
                cutoff, order, biasOrder, derivative, kernel, other, massPoints, variance, neighbours, level, scale);
    }

    /** The same with polynomials of degree {@code p}, and {@code p + 1} for the bias. */
    public RdLocalOptions withOrder(int p) {
        return new RdLocalOptions(
                cutoff, p, p + 1, derivative, kernel, bandwidth, massPoints, variance, neighbours, level, scale);
    }

    /** The same with another kernel. */
    public RdLocalOptions withKernel(RdKernel other) {
        return new RdLocalOptions(
                cutoff, order, biasOrder, derivative, other, bandwidth, massPoints, variance, neighbours, level, scale);
    }

    /** The same with another variance. */
    public RdLocalOptions withVariance(RdVariance other) {
        return new RdLocalOptions(
                cutoff, order, biasOrder, derivative, kernel, bandwidth, massPoints, other, neighbours, level, scale);
    }
}
