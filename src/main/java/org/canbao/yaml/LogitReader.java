package org.canbao.yaml;

import java.util.Optional;
import org.canbao.spec.Formula;
import org.canbao.spec.Logit;
import org.canbao.spec.MarginalEffectsSpec;
import org.canbao.spec.ModelSpec;

/** Reads logit regressions. */
final class LogitReader implements ModelReader {
    private static final KeySet KEYS = KeySet.of(
                    "spec of model `logit`", "formula", "outcome ~ terms | fixed effects; the outcome is 0 or 1")
            .and(MarginalEffectsReader.KEYS)
            .and(CommonReader.KEYS);

    @Override
    public String model() {
        return "logit";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<ModelSpec.Common> common = CommonReader.read(id, fields);
        Optional<Formula> formula = fields.required("formula", scope.formulas()::formula);
        Optional<MarginalEffectsSpec> marginal = MarginalEffectsReader.read(fields, formula, Optional.empty());
        CovarianceCheck.check(fields, common, model());
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new Logit(common.orElseThrow(), formula.orElseThrow(), marginal));
    }
}
