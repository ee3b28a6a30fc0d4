package org.canbao.spec;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Logit by maximum likelihood with any number of absorbed effects: P(y = 1) = 1/(1 + exp(-(X b + D a))).
 *
 * @param common what all models share
 * @param formula the regression
 * @param marginalEffects the average marginal effects that are wanted, if any
 */
public record Logit(ModelSpec.Common common, Formula formula, Optional<MarginalEffectsSpec> marginalEffects)
        implements ModelSpec, MarginalModel {
    @Override
    public String model() {
        return "logit";
    }

    @Override
    public Optional<ModelSpec> with(ModelSpec.Common other) {
        return Optional.of(new Logit(other, formula, marginalEffects));
    }

    /** fixest's; other programs' likelihoods have conventions of their own, which are not known here. */
    @Override
    public Set<Profile> programs() {
        return EnumSet.of(Profile.FIXEST);
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none().formula(formula);
    }
}
