package org.canbao.result;

import java.util.List;
import java.util.Optional;

/** A fit that may have average marginal effects. */
public sealed interface WithMarginalEffects extends Fit permits LikelihoodFit, OrderedFit {
    /** The average marginal effects, if they were asked for. */
    Optional<MarginalEffects> marginalEffects();

    /** The same fit with other estimates in the place of its coefficients, as a table may show it. */
    Fit showing(List<Coefficient> estimates);
}
