package org.canbao.spec;

/**
 * An ordered outcome by maximum likelihood: P(y at most level j) = F(k_j - X b), with cut points k.
 *
 * @param common what all models share
 * @param formula the regression, without absorbed effects; cut points take the place of an intercept
 * @param link the distribution F
 */
public record Ordered(ModelSpec.Common common, Formula formula, Link link) implements ModelSpec {
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
