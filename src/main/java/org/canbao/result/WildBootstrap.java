package org.canbao.result;

/**
 * A wild cluster bootstrap test of one coefficient.
 *
 * @param coefficient its name
 * @param hypothesis its value under the null hypothesis
 * @param statistic (estimate - hypothesis) over the standard error
 * @param pValue two-sided
 * @param confLow lower end of the 95% interval of null hypotheses that the same draws do not reject; infinite if they
 *     reject none below the estimate
 * @param confHigh its upper end
 * @param draws how many
 * @param enumerated whether the draws are all 2^G vectors of signs, so that the p-value has no error of simulation
 * @param weights the distribution of the weights, for example {@code rademacher}
 * @param type {@code restricted} if the draws impose the null hypothesis, else {@code unrestricted}
 */
public record WildBootstrap(
        String coefficient,
        double hypothesis,
        double statistic,
        double pValue,
        double confLow,
        double confHigh,
        int draws,
        boolean enumerated,
        String weights,
        String type) {}
