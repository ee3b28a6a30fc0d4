package org.canbao.yaml;

import java.util.Optional;
import org.canbao.spec.Formula;
import org.canbao.spec.ModelSpec;

/** Reads least squares. */
final class OlsReader implements ModelReader {
    static final KeySet OWN_KEYS = KeySet.of(
            "spec of model `ols`", "formula", "outcome ~ terms | fixed effects, for example y ~ did | city + year");
    private static final KeySet KEYS = OWN_KEYS.and(CommonReader.KEYS);

    @Override
    public String model() {
        return "ols";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, FormulaParser formulas) {
        return ols(id, fields, formulas).map(ModelSpec.class::cast);
    }

    /** The least-squares part of a spec that may have further keys. */
    static Optional<ModelSpec.Ols> ols(String id, Fields fields, FormulaParser formulas) {
        Optional<ModelSpec.Common> common = CommonReader.read(id, fields);
        Optional<Formula> formula = fields.required("formula", formulas::formula);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new ModelSpec.Ols(common.orElseThrow(), formula.orElseThrow()));
    }
}
