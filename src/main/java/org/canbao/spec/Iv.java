package org.canbao.spec;

import java.util.List;

/**
 * Two-stage least squares with any number of absorbed effects.
 *
 * @param common what all models share
 * @param formula the outcome, the exogenous regressors and the effects
 * @param endogenous regressors that are instrumented
 * @param instruments what instruments them, beside the exogenous regressors
 */
public record Iv(ModelSpec.Common common, Formula formula, List<Term> endogenous, List<Term> instruments)
        implements ModelSpec {
    public Iv {
        endogenous = List.copyOf(endogenous);
        instruments = List.copyOf(instruments);
    }

    @Override
    public String model() {
        return "iv";
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none().formula(formula).terms(endogenous).terms(instruments);
    }
}
