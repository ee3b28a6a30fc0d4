package org.canbao.spec;

/**
 * Logit by maximum likelihood with any number of absorbed effects: P(y = 1) = 1/(1 + exp(-(X b + D a))).
 *
 * @param common what all models share
 * @param formula the regression
 */
public record Logit(ModelSpec.Common common, Formula formula) implements ModelSpec {
    @Override
    public String model() {
        return "logit";
    }

    @Override
    public UsedColumns columns() {
        return UsedColumns.none().formula(formula);
    }
}
