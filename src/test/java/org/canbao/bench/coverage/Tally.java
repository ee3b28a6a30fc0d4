package org.canbao.bench.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.result.Coefficient;

/** What one claim gave in survey after survey. */
final class Tally {
    private final List<Double> errors = new ArrayList<>();
    private final Covered covered = new Covered();
    private final Covered coveredByCr2 = new Covered();
    private double standardErrors;

    void add(Coefficient found, Optional<Coefficient> cr2, double truth) {
        errors.add(found.estimate() - truth);
        standardErrors += found.stdError();
        covered.add(found, truth);
        cr2.ifPresent(coefficient -> coveredByCr2.add(coefficient, truth));
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

    /** Whether the bias is within so many Monte Carlo standard errors of zero. */
    boolean isUnbiased(double errorsAllowed) {
        return Math.abs(bias()) <= errorsAllowed * biasError();
    }

    double meanStandardError() {
        return standardErrors / surveys();
    }

    /** The intervals of the study. */
    Covered covered() {
        return covered;
    }

    /** Those with CR2 and degrees of freedom of their own, where the model has them. */
    Optional<Covered> coveredByCr2() {
        return Optional.of(coveredByCr2).filter(Covered::isTried);
    }
}
