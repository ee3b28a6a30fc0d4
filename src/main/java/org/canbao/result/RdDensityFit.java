package org.canbao.result;

import java.util.List;

/**
 * A test of whether the density of a running variable jumps at the cutoff.
 *
 * @param setting what was asked for
 * @param statistic difference of the bias-corrected densities over its standard error
 * @param pValue two-sided, standard normal
 * @param left the left side
 * @param right the right side
 * @param difference right less left
 * @param binomial exact tests in windows about the cutoff, the narrowest first
 * @param histogram bars that do not cross the cutoff, ascending
 * @param curve the density on either side, ascending on each
 * @param inference which rows were used
 */
public record RdDensityFit(
        Setting setting,
        double statistic,
        double pValue,
        Side left,
        Side right,
        Estimate difference,
        List<Binomial> binomial,
        List<Bar> histogram,
        List<Point> curve,
        Inference inference)
        implements Fit, WithCutoff {
    /** The 97.5% quantile of the standard normal distribution. */
    private static final double NORMAL_95 = 1.959963984540054;

    public RdDensityFit {
        binomial = List.copyOf(binomial);
        histogram = List.copyOf(histogram);
        curve = List.copyOf(curve);
    }

    @Override
    public String model() {
        return "rd-density";
    }

    /** What the density is of. */
    @Override
    public String outcome() {
        return setting.running();
    }

    @Override
    public String running() {
        return setting.running();
    }

    @Override
    public double cutoff() {
        return setting.cutoff();
    }

    /** The jump of the density, {@value WithCutoff#JUMP}. */
    @Override
    public List<Coefficient> coefficients() {
        double half = NORMAL_95 * difference.stdError();
        return List.of(new Coefficient(
                JUMP,
                difference.estimate(),
                difference.stdError(),
                statistic,
                pValue,
                difference.estimate() - half,
                difference.estimate() + half));
    }

    /**
     * What was asked for.
     *
     * @param running the running variable
     * @param cutoff on its scale
     * @param order of the polynomial that the bandwidth is chosen for
     * @param biasOrder of the polynomial that is tested
     * @param kernel for example {@code triangular}
     * @param restricted whether both sides share a polynomial but for its slope
     * @param bandwidth the selector, or {@code given}
     * @param massPoints whether rows share values and this was adjusted for
     */
    public record Setting(
            String running,
            double cutoff,
            int order,
            int biasOrder,
            String kernel,
            boolean restricted,
            String bandwidth,
            boolean massPoints) {}

    /**
     * A side of the cutoff.
     *
     * @param rows all rows of the side
     * @param used rows within the bandwidth
     * @param h the bandwidth
     * @param density the bias-corrected density at the cutoff, in shares of all rows per unit
     */
    public record Side(long rows, long used, double h, Estimate density) {}

    /** An estimate and its standard error. */
    public record Estimate(double estimate, double stdError) {}

    /**
     * An exact test that rows of a window fall on either side as expected.
     *
     * @param leftWidth how far the window goes to the left
     * @param rightWidth how far it goes to the right
     * @param leftRows rows in it left of the cutoff
     * @param rightRows rows in it at the cutoff or right of it
     * @param pValue two-sided
     */
    public record Binomial(double leftWidth, double rightWidth, long leftRows, long rightRows, double pValue) {}

    /** A bar of a histogram: its ends, its rows, and these as a density. */
    public record Bar(double from, double to, long rows, double density) {}

    /**
     * The density at a point.
     *
     * @param right the side whose rows were used
     * @param at on the scale of the running variable
     * @param density with the order of the bandwidth
     * @param confLow lower end of the 95% interval, which is about the bias-corrected density
     * @param confHigh upper end of it
     */
    public record Point(boolean right, double at, double density, double confLow, double confHigh) {}
}
