package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.SunAbraham;
import org.canbao.spec.Term;

/** Reads event studies by cohort. */
final class SunAbrahamReader implements ModelReader {
    private static final KeySet KEYS = KeySet.of(
                    "spec of model `sun-abraham`",
                    "outcome",
                    "the outcome: a column or an expression such as log(income)",
                    "cohort",
                    "column with the first treated period; null for never treated",
                    "time",
                    "column with the period",
                    "reference",
                    "the event time, or list of event times, left out; -1 by default",
                    "controls",
                    "further terms, for example age + age^2 + @city",
                    "fixed_effects",
                    "list of effects absorbed, for example [city, year]")
            .and(CommonReader.KEYS);

    @Override
    public String model() {
        return "sun-abraham";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<ModelSpec.Common> common = CommonReader.read(id, fields);
        Optional<Expr> outcome = fields.required("outcome", scope.formulas()::expr);
        Optional<ColumnRef> cohort = fields.required("cohort", Values::column);
        Optional<ColumnRef> time = fields.required("time", Values::column);
        List<Integer> reference = fields.optional(
                        "reference", node -> Values.oneOrMore(node, EventStudyReader::eventTime))
                .orElse(List.of(-1));
        List<Term> controls =
                fields.optional("controls", scope.formulas()::terms).orElse(List.of());
        List<FixedEffect> effects = fields.optional(
                        "fixed_effects", node -> Values.oneOrMore(node, scope.formulas()::fixedEffect))
                .orElse(List.of());
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new SunAbraham(
                        common.orElseThrow(),
                        outcome.orElseThrow(),
                        cohort.orElseThrow(),
                        time.orElseThrow(),
                        reference,
                        controls,
                        effects));
    }
}
