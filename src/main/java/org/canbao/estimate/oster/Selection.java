package org.canbao.estimate.oster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Selection on unobservables in proportion to that on observables (Oster 2019, propositions 2 and 3). With b0 and R0² of
 * the regression without controls, b1 and R1² of that with them, the variances Y of the outcome and X of the treatment, T
 * being what of X the controls leave, the bias v = b1 - b of a coefficient b solves
 *
 * <pre>{@code
 * (d - 1)(T X - T²) v³ + (d - 2) T X (b0 - b1) v²
 *     + [d (Rmax - R1) Y (X - T) - (R1 - R0) Y T - X T (b0 - b1)²] v + d (Rmax - R1) Y X (b0 - b1) = 0,
 * }</pre>
 *
 * which is linear in d. Of several biases the one is taken that is nearest to zero among those in the direction in which
 * the controls move the coefficient (assumption 3), else the nearest, as in Stata's {@code psacalc}.
 *
 * @param short0 b0
 * @param long1 b1
 * @param explained (R1² - R0²) Y
 * @param unexplained (Rmax² - R1²) Y
 * @param variance X
 * @param left T
 */
record Selection(
        double short0, double long1, double explained, double unexplained, double variance, double left) {
    /** What the controls take away from the coefficient, b0 - b1. */
    double moved() {
        return short0 - long1;
    }

    /** The d for which the coefficient is b; empty if no d does that. */
    OptionalDouble delta(double b) {
        double v = long1 - b;
        double cubic = v * v * v * (left * variance - left * left);
        double square = v * v * left * moved() * variance;
        double above = v * explained * left + v * variance * left * moved() * moved() + 2 * square + cubic;
        double below = unexplained * moved() * variance + v * unexplained * (variance - left) + square + cubic;
        double delta = above / below;
        return Double.isFinite(delta) ? OptionalDouble.of(delta) : OptionalDouble.empty();
    }

    /** The coefficients for which d is this, the one to be taken first, then by distance. */
    List<Double> betas(double delta) {
        double[] biases = Cubic.roots(
                (delta - 1) * (left * variance - left * left),
                (delta - 2) * left * variance * moved(),
                delta * unexplained * (variance - left)
                        - explained * left
                        - variance * left * moved() * moved(),
                delta * unexplained * variance * moved(),
                scale());
        List<Double> betas = new ArrayList<>(
                Arrays.stream(biases).mapToObj(bias -> long1 - bias).toList());
        betas.sort(Comparator.<Double, Boolean>comparing(biases.length > 1 ? this::reverses : beta -> false)
                .thenComparing(beta -> Math.abs(beta - long1))
                .thenComparing(Comparator.naturalOrder()));
        return betas;
    }

    /** Whether unobservables would move the coefficient the other way than the controls do. */
    boolean reverses(double beta) {
        return Math.signum(beta - long1) != Math.signum(long1 - short0);
    }

    /** A size of biases. */
    private double scale() {
        return Math.max(Math.abs(moved()), Math.max(Math.abs(long1), Math.sqrt(unexplained / left)));
    }
}
