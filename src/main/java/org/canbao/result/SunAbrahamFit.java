package org.canbao.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An event study by cohort: its estimates averaged over the cohorts, and the regression behind it.
 *
 * @param by one per event time, reference left out, ascending: averages over the cohorts by their shares of the rows
 * @param reference the event times left out
 * @param pretrend joint test that all estimates before the event are zero; empty if there are none
 * @param covariance the covariance of {@code by}
 * @param average the plain average of the estimates from the event on
 * @param att the average over all treated rows
 * @param cohorts the cohorts in the rows used, ascending
 * @param regression all coefficients, cohort by event time, controls included
 */
public record SunAbrahamFit(
        List<AtTime> by,
        List<Integer> reference,
        Optional<WaldTest> pretrend,
        List<List<Double>> covariance,
        Optional<Coefficient> average,
        Coefficient att,
        List<Cohort> cohorts,
        Regression regression)
        implements OnRegression, ByEventTime {
    /** The name of {@link #att()}. */
    public static final String ATT = "att";
    /** What the names of cohorts' estimates have before the cohort. */
    private static final String COHORT = ":cohort::";

    public SunAbrahamFit {
        by = List.copyOf(by);
        reference = List.copyOf(reference);
        covariance = covariance.stream().map(List::copyOf).toList();
        cohorts = List.copyOf(cohorts);
    }

    /**
     * A cohort.
     *
     * @param cohort its first treated period
     * @param role what it is to the estimates
     * @param rows used
     */
    public record Cohort(double cohort, Role role, long rows) {}

    /** What a cohort is to the estimates. */
    public enum Role {
        /** It has estimates. */
        TREATED,
        /** It is untreated in all periods, and compared with. */
        CONTROL
    }

    @Override
    public String model() {
        return "sun-abraham";
    }

    @Override
    public Binned binned() {
        return new Binned(false, false);
    }

    /** The average effect and the controls; the regression has the estimates of single cohorts. */
    @Override
    public List<Coefficient> coefficients() {
        List<Coefficient> coefficients = new ArrayList<>(List.of(att));
        regression.coefficients().stream().filter(c -> !ofCohort(c.name())).forEach(coefficients::add);
        return coefficients;
    }

    /** Whether a term of the regression is the indicator of a cohort at an event time. */
    public static boolean ofCohort(String term) {
        return term.contains(COHORT);
    }

    /** The name of a cohort's indicator at an event time. */
    public static String term(String time, int at, String cohort) {
        return time + "::" + at + COHORT + cohort;
    }
}
