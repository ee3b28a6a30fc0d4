package org.canbao.result;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A regression of an ordered outcome.
 *
 * @param model {@code ordered-logit} or {@code ordered-probit}
 * @param outcome the left side, as text
 * @param levels the outcome's values, ascending
 * @param coefficients the estimates, in the order of the formula, on the scale of what is latent
 * @param cuts the cut points, ascending, named by the levels on either side: {@code 1|2}
 * @param logLikelihood the weighted sum over rows
 * @param constantOnly the log-likelihood of cut points alone
 * @param iterations how many the maximum took
 * @param dropped regressors left out, and why
 * @param outcomeMean the (weighted) mean of the outcome over the rows used
 * @param inference how the standard errors were computed
 * @param marginalEffects the average marginal effects on the probability of each level, if they were asked for
 */
public record OrderedFit(
        String model,
        String outcome,
        List<Level> levels,
        List<Coefficient> coefficients,
        List<Coefficient> cuts,
        double logLikelihood,
        double constantOnly,
        int iterations,
        List<Fit.Dropped> dropped,
        double outcomeMean,
        Inference inference,
        Optional<MarginalEffects> marginalEffects)
        implements WithMarginalEffects {
    public OrderedFit {
        levels = List.copyOf(levels);
        coefficients = List.copyOf(coefficients);
        cuts = List.copyOf(cuts);
        dropped = List.copyOf(dropped);
    }

    /** A value of the outcome and how many rows have it. */
    public record Level(double value, long rows) {}

    @Override
    public OrderedFit showing(List<Coefficient> estimates) {
        return new OrderedFit(
                model,
                outcome,
                levels,
                estimates,
                cuts,
                logLikelihood,
                constantOnly,
                iterations,
                dropped,
                outcomeMean,
                inference,
                marginalEffects);
    }

    @Override
    public Map<Measure, Double> measures() {
        Map<Measure, Double> measures = new EnumMap<>(Measure.class);
        measures.put(Measure.PSEUDO_R2, 1 - logLikelihood / constantOnly);
        measures.put(Measure.OUTCOME_MEAN, outcomeMean);
        measures.put(Measure.LOG_LIKELIHOOD, logLikelihood);
        return measures;
    }
}
