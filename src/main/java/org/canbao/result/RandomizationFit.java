package org.canbao.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Randomization inference about one estimate.
 *
 * @param coefficient the estimate that is compared
 * @param permute what was assigned anew: {@code units}, {@code dates}, {@code both} or {@code rows}
 * @param statistic what was compared: {@code estimate} or {@code t}
 * @param draws one per draw, in order; its numbers are NaN where the drawn assignment gives no estimate
 * @param extreme draws with a statistic at least as large as the actual one in absolute value
 * @param share extreme/draws, draws without an estimate left out
 * @param pValue (extreme+1)/(draws+1), likewise
 * @param confLow lower end of the 95% interval of constant effects that are not rejected; NaN where there is none,
 *     infinite where no small effect is rejected
 * @param confHigh its upper end
 * @param base the model with the real treatment
 */
public record RandomizationFit(
        String coefficient,
        String permute,
        String statistic,
        List<Draw> draws,
        int extreme,
        double share,
        double pValue,
        double confLow,
        double confHigh,
        Fit base)
        implements Permuted {
    public RandomizationFit {
        draws = List.copyOf(draws);
    }

    @Override
    public String treatment() {
        return coefficient;
    }

    @Override
    public Coefficient actual() {
        return base.coefficient(coefficient).orElseThrow();
    }

    @Override
    public String model() {
        return "randomization";
    }

    @Override
    public Inference inference() {
        return base.inference();
    }

    @Override
    public String outcome() {
        return base.outcome();
    }

    @Override
    public List<Coefficient> coefficients() {
        return base.coefficients();
    }

    @Override
    public long n() {
        return base.n();
    }

    @Override
    public List<Dropped> dropped() {
        return base.dropped();
    }

    @Override
    public List<Absorbed> fixedEffects() {
        return base.fixedEffects();
    }

    @Override
    public Map<Measure, Double> measures() {
        return base.measures();
    }

    @Override
    public Optional<WildBootstrap> wildBootstrap() {
        return base.wildBootstrap();
    }
}
