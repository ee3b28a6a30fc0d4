package org.canbao.result;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * Sensitivity of a coefficient to unobservables (Oster 2019).
 *
 * @param coefficient which
 * @param regression the regression with controls
 * @param shorter the one without them
 * @param rMax the R² of a regression with the unobservables too
 * @param beta the coefficient that {@code deltaStar} is for
 * @param deltaStar how much stronger than on observables selection on unobservables must be for the coefficient to be
 *     {@code beta}; empty if no strength would do
 * @param delta the strength that {@code betaStar} is for
 * @param betaStar the coefficient if selection on unobservables has that strength; empty if there is none
 * @param others the other solutions of the same equation, nearest first
 * @param reverses whether {@code betaStar} needs unobservables that move the coefficient against the direction in which
 *     observables do
 */
public record OsterFit(
        String coefficient,
        Fit.Regression regression,
        Shorter shorter,
        double rMax,
        double beta,
        OptionalDouble deltaStar,
        double delta,
        OptionalDouble betaStar,
        List<Double> others,
        boolean reverses)
        implements OnRegression {
    public OsterFit {
        others = List.copyOf(others);
    }

    /** The regression without controls: its estimate and its R². */
    public record Shorter(double estimate, double r2) {}

    @Override
    public String model() {
        return "oster";
    }

    /** The coefficient with controls, to which the analysis belongs. */
    @Override
    public List<Coefficient> coefficients() {
        return regression.coefficient(coefficient).stream().toList();
    }

    @Override
    public List<Fit.Dropped> dropped() {
        return List.of();
    }

    @Override
    public Map<Measure, Double> measures() {
        return regression.measures();
    }
}
