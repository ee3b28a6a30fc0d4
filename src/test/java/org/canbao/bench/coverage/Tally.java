package org.canbao.bench.coverage;

import java.util.ArrayList;
import java.util.List;
import org.canbao.result.Coefficient;

/** What one claim gave in survey after survey. */
final class Tally {
    private static final double NOMINAL = 0.95;

    private final List<Double> errors = new ArrayList<>();
    private double standardErrors;
    private int covered;

    void add(Coefficient found, double truth) {
        errors.add(found.estimate() - truth);
        standardErrors += found.stdError();
        covered += found.confLow() <= truth && truth <= found.confHigh() ? 1 : 0;
    }

    int surveys() {
        return errors.size();
    }

    /** The mean estimate less the truth. */
    double bias() {
        return errors.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
    }

    /** The standard deviation of the estimates about the truth, less the bias. */
    double spread() {
        double bias = bias();
        double squares =
                errors.stream().mapToDouble(e -> (e - bias) * (e - bias)).sum();
        return Math.sqrt(squares / (surveys() - 1));
    }

    /** The Monte Carlo standard error of the bias. */
    double biasError() {
        return spread() / Math.sqrt(surveys());
    }

    double meanStandardError() {
        return standardErrors / surveys();
    }

    /** The share of intervals that hold the truth. */
    double coverage() {
        return covered / (double) surveys();
    }

    /** The Monte Carlo standard error of the coverage of an interval that keeps its word. */
    static double coverageError(int surveys) {
        return Math.sqrt(NOMINAL * (1 - NOMINAL) / surveys);
    }

    /** Whether bias and coverage are within so many Monte Carlo standard errors of what theory says. */
    boolean keeps(Claim.Promise promise, double errorsAllowed) {
        boolean unbiased = Math.abs(bias()) <= errorsAllowed * biasError();
        double off = (coverage() - NOMINAL) / coverageError(surveys());
        return unbiased && (promise == Claim.Promise.HOLDS ? Math.abs(off) <= errorsAllowed : off <= errorsAllowed);
    }
}
