package org.canbao.spec;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

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
    public Optional<ModelSpec> with(ModelSpec.Common other) {
        return Optional.of(new Iv(other, formula, endogenous, instruments));
    }

    /** fixest's, and reghdfe's, which ivreghdfe takes over. */
    @Override
    public Set<Profile> programs() {
        return EnumSet.of(Profile.FIXEST, Profile.REGHDFE);
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none().formula(formula).terms(endogenous).terms(instruments);
    }
}
