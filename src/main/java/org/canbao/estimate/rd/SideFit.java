package org.canbao.estimate.rd;

import org.canbao.math.Sums;
import org.canbao.spec.RdLocalOptions;

/**
 * One side of the cutoff: a polynomial of degree p within h, and one of degree q within b for the bias of the first
 * (Calonico, Cattaneo and Titiunik 2014). With l the weights of the ν-th derivative of the first and m those of the
 * coefficient p+1 of the second, the corrected estimate is the sum of (l - (the sum of l u^(p+1)) m) y.
 */
final class SideFit {
    private final Setting setting;
    private final Stretch rows;
    private final LocalPolynomialFit main;
    private final LocalPolynomialFit wide;
    private final double[] functional;
    private final double[] corrected;
    private final double[] robust;
    private final double[] estimates;
    private final double[] correctedEstimates;

    /**
     * Fits both polynomials.
     *
     * @param plain whether h and b are the same on both sides, so that clusters correct the second polynomial itself
     */
    SideFit(Setting setting, RdSide side, double h, double b, boolean plain) {
        this.setting = setting;
        RdLocalOptions options = setting.options();
        rows = side.within(setting.kernel(), h).or(side.within(setting.kernel(), b));
        main = setting.fit(rows, options.order(), h);
        wide = setting.fit(rows, options.biasOrder(), b);
        double factor = Setting.factorial(options.derivative());
        functional = Contrast.times(factor, main.functional(options.derivative()));
        corrected = Contrast.plus(functional, -bias(options.order() + 1), wide.functional(options.order() + 1));
        robust = plain && options.variance().clustered()
                ? Contrast.times(factor, wide.functional(options.derivative()))
                : corrected;
        estimates = setting.apply(functional, rows);
        correctedEstimates = setting.apply(corrected, rows);
    }

    private double bias(int degree) {
        double[] powers = rows.distances();
        for (int i = 0; i < powers.length; i++) {
            powers[i] = LocalPolynomialFit.power(powers[i], degree);
        }
        return Sums.dot(functional, powers);
    }

    /** Rows within the wider of both bandwidths. */
    Stretch rows() {
        return rows;
    }

    /** Adds this side to the slopes of covariates. */
    void addTo(Adjustment slopes) {
        slopes.add(rows, main);
    }

    /** The estimates, by column. */
    double[] estimates() {
        return estimates;
    }

    /** The corrected estimates, by column. */
    double[] corrected() {
        return correctedEstimates;
    }

    /** The variance of a contrast of the estimates. */
    double variance(double[] contrast) {
        return setting.variance().of(rows, main, functional, rows.combination(contrast));
    }

    /** The variance of a contrast of the corrected estimates. */
    double robustVariance(double[] contrast) {
        return setting.variance().of(rows, wide, robust, rows.combination(contrast));
    }
}
