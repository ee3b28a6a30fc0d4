package org.canbao.result;

/**
 * One estimate with its inference.
 *
 * @param name the term
 * @param estimate in units of the outcome per unit of the regressor
 * @param stdError its standard error
 * @param statistic estimate over standard error
 * @param pValue two-sided
 * @param confLow lower end of the 95% interval
 * @param confHigh upper end of the 95% interval
 */
public record Coefficient(
        String name,
        double estimate,
        double stdError,
        double statistic,
        double pValue,
        double confLow,
        double confHigh) {}
