package org.canbao.spec;

import java.util.Optional;

/**
 * An ordered outcome by maximum likelihood: P(y at most level j) = F(k_j - X b), with cut points k.
 *
 * @param common what all models share
 * @param formula the regression, without absorbed effects; cut points take the place of an intercept
 * @param link the distribution F
 * @param marginalEffects the average marginal effects that are wanted, if any
 */
public record Ordered(
        ModelSpec.Common common, Formula formula, Link link, Optional<MarginalEffectsSpec> marginalEffects)
        implements ModelSpec, MarginalModel {
    /** The distribution of what is latent. */
    public enum Link {
        /** Logistic. */
        LOGIT("ordered-logit"),
        /** Normal. */
        PROBIT("ordered-probit");

        private final String model;

        Link(String model) {
            this.model = model;
        }

        /** The value of {@code model:}. */
        public String model() {
            return model;
        }
    }

    @Override
    public String model() {
        return link.model();
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none().formula(formula);
    }
}
