package org.canbao.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.ModelSpec.Ols;
import org.canbao.spec.Oster;
import org.canbao.spec.SqlExpression;

/** Reads analyses of sensitivity to unobservables. */
final class OsterReader implements ModelReader {
    private static final double DEFAULT_MULTIPLE = 1.3;

    private static final KeySet KEYS = KeySet.of(
            "spec of model `oster`",
            "model",
            "the model that is estimated",
            "short",
            "the regression without the controls that unobservables are compared with: the id of a spec of model ols, or such"
                    + " a spec",
            "long",
            "the regression with them; both are estimated on its rows",
            "coefficient",
            "the coefficient, as results name it, which both have",
            "r_max",
            "the R² of a regression with the unobservables too; `r_max_multiple` times the longer one's by default",
            "r_max_multiple",
            "what the longer regression's R² is multiplied with, at most to one; 1.3 by default",
            "beta",
            "the coefficient for which delta is wanted; 0 by default",
            "delta",
            "the proportion of selection for which the coefficient is wanted; 1 by default");

    @Override
    public String model() {
        return "oster";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<Ols> shorter = regression(fields, "short", scope);
        Optional<Ols> longer = regression(fields, "long", scope);
        Optional<String> coefficient = fields.required("coefficient", Values::text);
        Optional<Double> rMax = fields.optional("r_max", OsterReader::share);
        Optional<Double> multiple = fields.optional("r_max_multiple", OsterReader::multiple);
        double beta = fields.optional("beta", SideValues::finite).orElse(0.0);
        double delta = fields.optional("delta", SideValues::finite).orElse(1.0);
        if (rMax.isPresent() && fields.says("r_max_multiple")) {
            fields.report(
                    "r_max_multiple", Diagnostic.error(YamlCode.CONFLICT, "`r_max` says what `r_max_multiple` would"));
        }
        if (shorter.isPresent() && longer.isPresent()) {
            check(fields, shorter.get(), longer.get());
        }
        if (fields.failed() || shorter.isEmpty() || longer.isEmpty()) {
            return Optional.empty();
        }
        Ols own = new Ols(longer.get().common().as(id), longer.get().formula());
        return Optional.of(new Oster(
                shorter.get(),
                own,
                coefficient.orElseThrow(),
                rMax.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                multiple.orElse(DEFAULT_MULTIPLE),
                beta,
                delta));
    }

    private static Optional<Ols> regression(Fields fields, String key, SpecScope scope) {
        Optional<ModelSpec> found =
                fields.required(key, scope.bases()::read).flatMap(read -> read);
        found.filter(spec -> !(spec instanceof Ols))
                .ifPresent(spec -> fields.report(
                        key,
                        Diagnostic.error(
                                YamlCode.CONFLICT,
                                "`" + key + "` is a regression of model `ols`, not `" + spec.model() + "`")));
        return found.filter(Ols.class::isInstance).map(Ols.class::cast);
    }

    /** Reports what keeps the two regressions from being compared. */
    private static void check(Fields fields, Ols shorter, Ols longer) {
        if (!shorter.formula().outcome().text().equals(longer.formula().outcome().text())) {
            conflict(fields, "`short` and `long` have different outcomes");
        }
        if (!shorter.common()
                .weights()
                .map(ColumnRef::name)
                .equals(longer.common().weights().map(ColumnRef::name))) {
            conflict(fields, "`short` and `long` have different weights");
        }
        if (!shorter.common()
                .where()
                .map(SqlExpression::sql)
                .equals(longer.common().where().map(SqlExpression::sql))) {
            conflict(fields, "`short` and `long` have different conditions under `where`");
        }
        List<String> effects = new ArrayList<>(
                shorter.formula().fixedEffects().stream().map(FixedEffect::text).toList());
        effects.removeAll(
                longer.formula().fixedEffects().stream().map(FixedEffect::text).toList());
        if (!effects.isEmpty()) {
            conflict(fields, "`short` absorbs `" + String.join("`, `", effects) + "`, which `long` does not");
        }
    }

    private static void conflict(Fields fields, String what) {
        fields.report(
                "short",
                Diagnostic.error(YamlCode.CONFLICT, what)
                        .hint("`long` is `short` with more controls, on the same rows"));
    }

    private static double share(Located node) {
        double value = Values.number(node);
        if (!(value > 0 && value <= 1)) {
            throw Values.wrongKind(node, "an R² above 0 and not above 1");
        }
        return value;
    }

    private static double multiple(Located node) {
        double value = Values.number(node);
        if (!(value >= 1)) {
            throw Values.wrongKind(node, "a number that is not below 1");
        }
        return value;
    }
}
