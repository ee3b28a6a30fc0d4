package org.canbao.result;

import java.util.List;
import java.util.Optional;

/**
 * Effects as what outcomes exceed those imputed without treatment by.
 *
 * @param outcome the left side, as text
 * @param att the average over all treated rows with an imputed outcome
 * @param by the effects of each event time, after tested ones before the event, ascending; empty if not asked for
 * @param pretrend joint test of the event times before the event; empty if there are none
 * @param covariance the covariance of {@code by}
 * @param average the plain average of the effects from the event on
 * @param treated rows with an effect
 * @param covariates what outcomes were adjusted for, as untreated rows tell of it
 * @param dropped covariates left out, and why
 * @param fixedEffects what was absorbed, in order
 * @param leaveOut whether standard errors hold the effects of a cluster against those of other clusters alone
 * @param inference how the standard errors were computed
 */
public record ImputationFit(
        String outcome,
        Coefficient att,
        List<AtTime> by,
        Optional<WaldTest> pretrend,
        List<List<Double>> covariance,
        Optional<Coefficient> average,
        long treated,
        List<String> covariates,
        List<Dropped> dropped,
        List<Absorbed> fixedEffects,
        boolean leaveOut,
        Inference inference)
        implements Fit, ByEventTime {
    /** The name of {@link #att()}. */
    public static final String ATT = "att";

    public ImputationFit {
        by = List.copyOf(by);
        covariance = covariance.stream().map(List::copyOf).toList();
        covariates = List.copyOf(covariates);
        dropped = List.copyOf(dropped);
        fixedEffects = List.copyOf(fixedEffects);
    }

    @Override
    public String model() {
        return "imputation";
    }

    @Override
    public List<Coefficient> coefficients() {
        return List.of(att);
    }

    /** Effects are not relative to any event time. */
    @Override
    public List<Integer> reference() {
        return List.of();
    }

    @Override
    public Binned binned() {
        return new Binned(false, false);
    }
}
