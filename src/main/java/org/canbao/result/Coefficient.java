package org.canbao.result;

import java.util.OptionalDouble;

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
 * @param df its own degrees of freedom; empty if it has those that all share
 */
public record Coefficient(
        String name,
        double estimate,
        double stdError,
        double statistic,
        double pValue,
        double confLow,
        double confHigh,
        OptionalDouble df) {
    /** The same under another name. */
    public Coefficient named(String other) {
        return new Coefficient(other, estimate, stdError, statistic, pValue, confLow, confHigh, df);
    }

    /** With the degrees of freedom that all share. */
    public Coefficient(
            String name,
            double estimate,
            double stdError,
            double statistic,
            double pValue,
            double confLow,
            double confHigh) {
        this(name, estimate, stdError, statistic, pValue, confLow, confHigh, OptionalDouble.empty());
    }
}
