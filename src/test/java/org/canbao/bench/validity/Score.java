package org.canbao.bench.validity;

import java.util.List;

/**
 * What a method did over samples.
 *
 * @param samples how many
 * @param bias mean estimate less the truth; NaN if there are no estimates
 * @param biasError the Monte Carlo standard error of the bias
 * @param coverage the share of intervals that hold the truth; NaN if there are no intervals
 */
record Score(int samples, double bias, double biasError, double coverage) {
    private static final double NOMINAL = 0.95;
    /** Share of samples in which a test should find what is to be found. */
    private static final double POWER = 0.8;
    /** Bias, in standard deviations of estimates, that costs an interval of 95% less than one percentage point. */
    private static final double SMALL = 0.25;

    static Score of(List<Method.Outcome> outcomes, double truth) {
        int n = outcomes.size();
        double bias = outcomes.stream()
                        .mapToDouble(Method.Outcome::estimate)
                        .average()
                        .orElseThrow()
                - truth;
        double squares = outcomes.stream()
                .mapToDouble(o -> o.estimate() - truth - bias)
                .map(d -> d * d)
                .sum();
        double coverage =
                outcomes.stream().mapToDouble(Method.Outcome::covers).average().orElseThrow();
        return new Score(n, bias, Math.sqrt(squares / (n - 1) / n), coverage);
    }

    boolean hasBias() {
        return !Double.isNaN(bias);
    }

    boolean hasCoverage() {
        return !Double.isNaN(coverage);
    }

    /** The Monte Carlo standard error of the coverage of intervals that hold what they promise. */
    double coverageError() {
        return Math.sqrt(NOMINAL * (1 - NOMINAL) / samples);
    }

    /** Whether the bias is within so many Monte Carlo standard errors. */
    boolean unbiased(double errors) {
        return !hasBias() || Math.abs(bias) <= errors * biasError;
    }

    /** Whether the bias is within so many Monte Carlo standard errors of what is small beside the spread of estimates. */
    boolean nearlyUnbiased(double errors) {
        return Math.abs(bias) <= (SMALL * Math.sqrt(samples) + errors) * biasError;
    }

    /** Whether the coverage is within so many Monte Carlo standard errors of 95%. */
    boolean covers(double errors) {
        return Math.abs(coverage - NOMINAL) <= errors * coverageError();
    }

    /** Whether the coverage is no lower than that. */
    boolean coversAtLeast(double errors) {
        return coverage - NOMINAL >= -errors * coverageError();
    }

    /** Whether it did what was promised, within so many Monte Carlo standard errors. */
    boolean keeps(Method.Promise promise, double errors) {
        return switch (promise) {
            case HOLDS -> unbiased(errors) && covers(errors);
            case CONSERVATIVE -> unbiased(errors) && coversAtLeast(errors);
            case COVERS -> covers(errors);
            case CONSISTENT -> nearlyUnbiased(errors);
            case REJECTS -> 1 - coverage >= POWER;
            case FAILS -> !unbiased(errors) || hasCoverage() && !coversAtLeast(errors);
        };
    }
}
