package org.canbao.yaml;

import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.Expr;
import org.canbao.spec.Formula;
import org.canbao.spec.MarginalEffectsSpec;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Poisson;

/** Reads Poisson regressions. */
final class PoissonReader implements ModelReader {
    private static final String WHERE = "spec of model `poisson`";
    private static final KeySet KEYS = KeySet.of(
                    WHERE,
                    "formula",
                    "outcome ~ terms | fixed effects; the outcome is zero or more",
                    "offset",
                    "column or expression added to the linear predictor, its coefficient being one",
                    "exposure",
                    "column or expression whose logarithm is the offset")
            .and(MarginalEffectsReader.KEYS)
            .and(CommonReader.KEYS);

    @Override
    public String model() {
        return "poisson";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<ModelSpec.Common> common = CommonReader.read(id, fields);
        Optional<Formula> formula = fields.required("formula", scope.formulas()::formula);
        Optional<Expr> offset = fields.optional("offset", scope.formulas()::expr);
        Optional<Expr> exposure = fields.optional("exposure", scope.formulas()::expr);
        CovarianceCheck.check(fields, common, model());
        if (offset.isPresent() && exposure.isPresent()) {
            fields.report(
                    "exposure",
                    Diagnostic.error(YamlCode.CONFLICT, "`exposure` and `offset` cannot both be given")
                            .hint("`exposure: x` is the same as `offset: log(x)`"));
        }
        Optional<Expr> added =
                exposure.<Expr>map(e -> new Expr.Call(Expr.Function.LOG, e)).or(() -> offset);
        Optional<MarginalEffectsSpec> marginal = MarginalEffectsReader.read(fields, formula, added);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new Poisson(common.orElseThrow(), formula.orElseThrow(), added, marginal));
    }
}
