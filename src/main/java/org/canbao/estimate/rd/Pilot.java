package org.canbao.estimate.rd;

import org.canbao.math.Sums;

/**
 * One side of one step of a bandwidth choice: a polynomial of degree o estimates a derivative ν. Per unit of bandwidth its
 * variance is V and its bias B, so that the best bandwidth for it is (V/B²)^(1/(2o+3)) (Calonico, Cattaneo, Farrell and
 * Titiunik 2019, supplement, section 5):
 *
 * <pre>
 * V = (2ν+1) c^(2ν+1) Var(b_ν),   b_ν estimated within the pilot bandwidth c
 * B = sqrt(2(o+1-ν)) K β_(o+1),   K = c^ν times the functional of b_ν at ((x-cutoff)/c)^(o+1)
 * R = s · 2(o+1-ν) · 3 K² Var(β_(o+1))
 * </pre>
 *
 * <p>β of a higher degree is estimated within another bandwidth; R, added to B², keeps the bandwidth from growing where β
 * may be zero.
 */
final class Pilot {
    private final Setting setting;
    private final RdSide side;
    private final int order;
    private final int derivative;
    private final double[] contrast;
    private final double variance;
    private final double constant;

    /**
     * Estimates V and K.
     *
     * @param fuzzy whether the bandwidth is for the ratio of the jumps of outcome and treatment
     * @param order o
     * @param derivative ν
     * @param bandwidth c
     */
    Pilot(Setting setting, RdSide side, boolean fuzzy, int order, int derivative, double bandwidth) {
        this.setting = setting;
        this.side = side;
        this.order = order;
        this.derivative = derivative;
        Stretch rows = side.within(setting.kernel(), bandwidth);
        LocalPolynomialFit fit = setting.fit(rows, order, bandwidth);
        double[] functional = fit.functional(derivative);
        contrast = contrast(rows, fit, functional, fuzzy);
        variance = (2 * derivative + 1)
                * LocalPolynomialFit.power(bandwidth, 2 * derivative + 1)
                * setting.variance().of(rows, fit, functional, rows.combination(contrast));
        double[] next = rows.distances();
        for (int i = 0; i < next.length; i++) {
            next[i] = LocalPolynomialFit.power(next[i] / bandwidth, order + 1);
        }
        constant = LocalPolynomialFit.power(bandwidth, derivative) * Sums.dot(functional, next);
    }

    /** B and R. */
    record Bias(double bias, double regularization) {}

    /** V. */
    double variance() {
        return variance;
    }

    /** 1/(2o+3). */
    double rate() {
        return 1.0 / (2 * order + 3);
    }

    /**
     * B and R.
     *
     * @param degree of the polynomial that estimates β, more than o
     * @param bandwidth within which it does
     * @param regularization s
     */
    Bias bias(int degree, double bandwidth, double regularization) {
        Stretch rows = side.within(setting.kernel(), bandwidth);
        LocalPolynomialFit fit = setting.fit(rows, degree, bandwidth);
        double[] functional = fit.functional(order + 1);
        double[] combined = rows.combination(contrast);
        double twice = 2.0 * (order + 1 - derivative);
        double extra = regularization > 0
                ? regularization
                        * twice
                        * (3 * constant * constant * setting.variance().of(rows, fit, functional, combined))
                : 0;
        return new Bias(Math.sqrt(twice) * constant * Sums.dot(functional, combined), extra);
    }

    private double[] contrast(Stretch rows, LocalPolynomialFit fit, double[] functional, boolean fuzzy) {
        Adjustment slopes = new Adjustment(setting.targets(), setting.covariates()).add(rows, fit);
        double[] outcome = slopes.adjusted(0);
        if (!fuzzy) {
            return outcome;
        }
        double[] jumps = Contrast.times(Setting.factorial(derivative), setting.apply(functional, rows));
        return Contrast.ofRatio(outcome, slopes.adjusted(1), jumps);
    }
}
