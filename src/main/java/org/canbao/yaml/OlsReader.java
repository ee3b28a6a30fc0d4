package org.canbao.yaml;

import java.util.Optional;
import org.canbao.spec.Formula;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.WildBootstrapSpec;

/** Reads least squares. */
final class OlsReader implements ModelReader {
    static final KeySet OWN_KEYS = KeySet.of(
            "spec of model `ols`", "formula", "outcome ~ terms | fixed effects, for example y ~ did | city + year");
    private static final KeySet KEYS = OWN_KEYS.and(CommonReader.KEYS)
            .and(KeySet.of(
                    "spec of model `ols`",
                    "wild_bootstrap",
                    "wild cluster bootstrap test of a coefficient; needs `vcov: cluster` with one cluster column"));

    @Override
    public String model() {
        return "ols";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<WildBootstrapSpec> bootstrap = fields.optional("wild_bootstrap", WildBootstrapReader::read);
        Optional<ModelSpec.Ols> spec = ols(id, fields, scope.formulas())
                .map(plain -> new ModelSpec.Ols(plain.common(), plain.formula(), bootstrap));
        spec.ifPresent(ols -> WildBootstrapReader.check(fields, ols));
        return fields.failed() ? Optional.empty() : spec.map(ModelSpec.class::cast);
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
