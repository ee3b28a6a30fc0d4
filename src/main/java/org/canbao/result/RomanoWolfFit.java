package org.canbao.result;

import java.util.List;

/**
 * Several tests as one family.
 *
 * @param coefficient the coefficient that is tested in each
 * @param hypotheses one per regression, in order
 * @param bootstrap {@code wild} or {@code pairs}
 * @param weights the distribution of wild weights, and whether the null hypotheses are imposed; empty for pairs
 * @param draws how many
 * @param enumerated whether the draws are all vectors of signs
 * @param inference that of the first regression
 */
public record RomanoWolfFit(
        String coefficient,
        List<Hypothesis> hypotheses,
        String bootstrap,
        String weights,
        int draws,
        boolean enumerated,
        Inference inference)
        implements Fit {
    public RomanoWolfFit {
        hypotheses = List.copyOf(hypotheses);
    }

    /**
     * A test that the coefficient is zero.
     *
     * @param name the outcome or the spec
     * @param estimate the estimate, under that name, with its own standard error and p-value
     * @param n rows used
     * @param single the bootstrap p-value by itself
     * @param romanoWolf adjusted by the stepdown of Romano and Wolf (2005; 2016)
     * @param holm the p-value of the estimate adjusted by Bonferroni and Holm (1979)
     * @param benjaminiHochberg the same adjusted for the false discovery rate (Benjamini and Hochberg 1995)
     */
    public record Hypothesis(
            String name,
            Coefficient estimate,
            long n,
            double single,
            double romanoWolf,
            double holm,
            double benjaminiHochberg) {}

    @Override
    public String model() {
        return "romano-wolf";
    }

    @Override
    public String outcome() {
        return String.join(", ", hypotheses.stream().map(Hypothesis::name).toList());
    }

    @Override
    public List<Coefficient> coefficients() {
        return hypotheses.stream().map(Hypothesis::estimate).toList();
    }
}
