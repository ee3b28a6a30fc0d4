package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Imputation;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;

/** Reads imputation estimates. */
final class ImputationReader implements ModelReader {
    private static final int FARTHEST = 1000;

    private static final KeySet KEYS = KeySet.of(
                    "spec of model `imputation`",
                    "outcome",
                    "the outcome: a column or an expression such as log(income)",
                    "cohort",
                    "column with the first treated period; null for never treated",
                    "time",
                    "column with the period",
                    "unit",
                    "column of the units of a panel; without it, `fixed_effects` and `cluster` must be given",
                    "controls",
                    "terms of the outcome without treatment, for example age + age^2 + @city",
                    "fixed_effects",
                    "effects in the outcome without treatment; [unit, time] by default",
                    "horizon",
                    "true for an effect per event time, or the list of event times; one average otherwise",
                    "pretrends",
                    "how many event times before the treatment are estimated and tested; none by default",
                    "averages",
                    "the effects taken for alike in the standard errors: cohort-time (the default) or horizon",
                    "leave_out",
                    "whether a cluster's effects are held against those of other clusters alone; false by default")
            .and(UnitCommonReader.KEYS);

    static final Choice<Imputation.Averages> AVERAGES = new Choice<>("averages", averages());

    private static Map<String, Imputation.Averages> averages() {
        Map<String, Imputation.Averages> choices = new LinkedHashMap<>();
        choices.put("cohort-time", Imputation.Averages.COHORT_TIME);
        choices.put("horizon", Imputation.Averages.HORIZON);
        return choices;
    }

    @Override
    public String model() {
        return "imputation";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<Expr> outcome = fields.required("outcome", scope.formulas()::expr);
        Optional<ColumnRef> cohort = fields.required("cohort", Values::column);
        Optional<ColumnRef> time = fields.required("time", Values::column);
        Optional<ColumnRef> unit = fields.optional("unit", Values::column);
        Optional<ModelSpec.Common> common = UnitCommonReader.read(id, fields, unit);
        List<Term> controls =
                fields.optional("controls", scope.formulas()::terms).orElse(List.of());
        List<FixedEffect> effects = fields.optional(
                        "fixed_effects", node -> Values.oneOrMore(node, scope.formulas()::fixedEffect))
                .orElseGet(() -> unit.isEmpty() || time.isEmpty() ? List.of() : twoWay(unit.get(), time.get()));
        Optional<List<Integer>> horizons =
                fields.optional("horizon", ImputationReader::horizons).flatMap(given -> given);
        int pretrends = fields.optional("pretrends", node -> Values.wholeBetween(node, 0, FARTHEST))
                .orElse(0);
        Imputation.Averages averages =
                fields.optional("averages", AVERAGES::read).orElse(Imputation.Averages.COHORT_TIME);
        if (common.isPresent() && common.get().vcov().clusters().size() > 1) {
            fields.report(
                    "cluster",
                    Diagnostic.error(YamlCode.CONFLICT, "imputation clusters one way only")
                            .hint("name one column, or a combination such as city^year"));
        }
        if (effects.isEmpty() && !fields.failed()) {
            fields.report(
                    "fixed_effects",
                    Diagnostic.error(YamlCode.MISSING_KEY, "key `fixed_effects` is missing, and there is no `unit`")
                            .hint("for repeated cross-sections name the effects of the outcome without treatment, for"
                                    + " example [city, year]"));
        }
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new Imputation(
                        common.orElseThrow(),
                        outcome.orElseThrow(),
                        cohort.orElseThrow(),
                        time.orElseThrow(),
                        unit,
                        controls,
                        effects,
                        horizons,
                        pretrends,
                        averages,
                        fields.optional("leave_out", Values::bool).orElse(false)));
    }

    private static List<FixedEffect> twoWay(ColumnRef unit, ColumnRef time) {
        return Stream.of(unit, time)
                .map(column -> new FixedEffect(List.of(column), List.of(), true))
                .toList();
    }

    /** The event times of the effects: all for {@code true}, none for {@code false}. */
    private static Optional<List<Integer>> horizons(Located node) {
        if (node instanceof Located.Scalar scalar
                && (scalar.value().equals("true") || scalar.value().equals("false"))) {
            return Values.bool(node) ? Optional.of(List.of()) : Optional.empty();
        }
        return Optional.of(Values.oneOrMore(node, item -> Values.wholeBetween(item, 0, FARTHEST)).stream()
                .distinct()
                .sorted()
                .toList());
    }
}
