package org.canbao.result;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A regression by maximum likelihood.
 *
 * @param model {@code poisson} or {@code logit}
 * @param outcome the left side, as text
 * @param coefficients the estimates, in the order of the formula
 * @param likelihood how well it fits
 * @param iterations how many the maximum took
 * @param dropped regressors left out, and why
 * @param fixedEffects what was absorbed, in order
 * @param outcomeMean the (weighted) mean of the outcome over the rows used
 * @param inference how the standard errors were computed
 * @param marginalEffects the average marginal effects, if they were asked for
 */
public record LikelihoodFit(
        String model,
        String outcome,
        List<Coefficient> coefficients,
        Likelihood likelihood,
        int iterations,
        List<Fit.Dropped> dropped,
        List<Fit.Absorbed> fixedEffects,
        double outcomeMean,
        Inference inference,
        Optional<MarginalEffects> marginalEffects)
        implements WithMarginalEffects {
    public LikelihoodFit {
        coefficients = List.copyOf(coefficients);
        dropped = List.copyOf(dropped);
        fixedEffects = List.copyOf(fixedEffects);
    }

    /**
     * Sums over rows, weighted.
     *
     * @param log the log-likelihood
     * @param constantOnly the log-likelihood of a constant alone, beside the offset
     * @param deviance twice what a perfect fit would have more
     * @param squaredCorrelation of outcome and fitted means
     */
    public record Likelihood(double log, double constantOnly, double deviance, double squaredCorrelation) {
        /** McFadden's: 1 - log/constantOnly. */
        public double pseudoR2() {
            return 1 - log / constantOnly;
        }
    }

    @Override
    public LikelihoodFit showing(List<Coefficient> estimates) {
        return new LikelihoodFit(
                model,
                outcome,
                estimates,
                likelihood,
                iterations,
                dropped,
                fixedEffects,
                outcomeMean,
                inference,
                marginalEffects);
    }

    @Override
    public Map<Measure, Double> measures() {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        measures.put(Measure.PSEUDO_R2, likelihood.pseudoR2());
        measures.put(Measure.OUTCOME_MEAN, outcomeMean);
        measures.put(Measure.LOG_LIKELIHOOD, likelihood.log());
        measures.put(Measure.DEVIANCE, likelihood.deviance());
        return measures;
    }
}
