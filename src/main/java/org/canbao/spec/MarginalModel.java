package org.canbao.spec;

import java.util.Optional;

/** A model whose coefficients are not the effects of its regressors, which are averaged over rows. */
public interface MarginalModel {
    /** The average marginal effects that are wanted, if any. */
    Optional<MarginalEffectsSpec> marginalEffects();
}
