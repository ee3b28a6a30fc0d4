package org.canbao.result;

/**
 * A wild cluster bootstrap test of one coefficient.
 *
 * @param coefficient its name
 * @param hypothesis its value under the null hypothesis
 * @param statistic (estimate - hypothesis) over the standard error
 * @param pValue two-sided
 * @param draws how many
 * @param enumerated whether the draws are all 2^G vectors of signs, so that the p-value has no error of simulation
 * @param weights the distribution of the weights, for example {@code rademacher}
 */
public record WildBootstrap(
        String coefficient,
        double hypothesis,
        double statistic,
        double pValue,
        int draws,
        boolean enumerated,
        String weights) {}
