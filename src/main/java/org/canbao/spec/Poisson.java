package org.canbao.spec;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Poisson (pseudo-)maximum likelihood with any number of absorbed effects: E(y) = exp(X b + D a + offset).
 *
 * @param common what all models share
 * @param formula the regression
 * @param offset added to the linear predictor, if given; an exposure is an offset in logarithms
 * @param marginalEffects the average marginal effects that are wanted, if any
 */
public record Poisson(
        ModelSpec.Common common, Formula formula, Optional<Expr> offset, Optional<MarginalEffectsSpec> marginalEffects)
        implements ModelSpec, MarginalModel {
    @Override
    public String model() {
        return "poisson";
    }

    @Override
    public Optional<ModelSpec> with(ModelSpec.Common other) {
        return Optional.of(new Poisson(other, formula, offset, marginalEffects));
    }

    /** fixest's; other programs' likelihoods have conventions of their own, which are not known here. */
    @Override
    public Set<Profile> programs() {
        return EnumSet.of(Profile.FIXEST);
    }

    @Override
    public UsedColumns columns() {
        UsedColumns used = UsedColumns.none().formula(formula);
        return offset.map(used::expr).orElse(used);
    }
}
