package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;
import org.canbao.spec.TwfeWeights;

/** Reads diagnostics of the weights of the two-way fixed-effects estimate. */
final class TwfeWeightsReader implements ModelReader {
    private static final KeySet KEYS = KeySet.of(
                    "spec of model `twfe-weights`",
                    "outcome",
                    "the outcome: a column or an expression such as log(income)",
                    "treatment",
                    "column with the treatment, not negative, the same in all rows of a group and period",
                    "unit",
                    "column of the groups: units of a panel, or what repeated cross-sections are drawn from",
                    "time",
                    "column with the period",
                    "controls",
                    "further terms, for example age + age^2 + @city")
            .and(UnitCommonReader.KEYS);

    @Override
    public String model() {
        return "twfe-weights";
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
        List<Term> controls =
                fields.optional("controls", scope.formulas()::terms).orElse(List.of());
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new TwfeWeights(
                        common.orElseThrow(),
                        outcome.orElseThrow(),
                        treatment.orElseThrow(),
                        unit.orElseThrow(),
                        time.orElseThrow(),
                        controls));
    }
}
