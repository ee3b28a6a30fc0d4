package org.canbao.yaml;

import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.Bacon;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec;

/** Reads decompositions of the two-way fixed-effects estimate. */
final class BaconReader implements ModelReader {
    private static final KeySet KEYS = KeySet.of(
                    "spec of model `bacon`",
                    "outcome",
                    "the outcome: a column or an expression such as log(income)",
                    "treatment",
                    "column with the treatment, 0 or 1; once treated, a unit stays treated",
                    "unit",
                    "column of the units of a balanced panel",
                    "time",
                    "column with the period")
            .and(UnitCommonReader.KEYS);

    @Override
    public String model() {
        return "bacon";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<Expr> outcome = fields.required("outcome", scope.formulas()::expr);
        Optional<ColumnRef> treatment = fields.required("treatment", Values::column);
        Optional<ColumnRef> unit = fields.required("unit", Values::column);
        Optional<ColumnRef> time = fields.required("time", Values::column);
        Optional<ModelSpec.Common> common = UnitCommonReader.read(id, fields, unit);
        if (fields.has("weights")) {
            fields.report("weights", Diagnostic.error(YamlCode.CONFLICT, "the decomposition has no weights of rows"));
        }
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new Bacon(
                        common.orElseThrow(),
                        outcome.orElseThrow(),
                        treatment.orElseThrow(),
                        unit.orElseThrow(),
                        time.orElseThrow()));
    }
}
