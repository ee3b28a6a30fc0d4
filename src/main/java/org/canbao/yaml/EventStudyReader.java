package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;

/** Reads two-way fixed-effects event studies. */
final class EventStudyReader implements ModelReader {
    private static final int FARTHEST = 1000;

    private static final KeySet KEYS = KeySet.of(
                    "spec of model `event-study`",
                    "outcome",
                    "the outcome: a column or an expression such as log(income)",
                    "cohort",
                    "column with the first treated period; null for never treated",
                    "time",
                    "column with the period",
                    "window",
                    "first and last event time, for example [-4, 4]; what lies beyond is binned into the ends",
                    "reference",
                    "the event time, or list of event times, left out",
                    "controls",
                    "further terms, for example age + age^2 + @city",
                    "fixed_effects",
                    "list of effects absorbed, for example [city, year]")
            .and(CommonReader.KEYS);

    @Override
    public String model() {
        return "event-study";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        FormulaParser formulas = scope.formulas();
        Optional<ModelSpec.Common> common = CommonReader.read(id, fields);
        Optional<Expr> outcome = fields.required("outcome", formulas::expr);
        Optional<ColumnRef> cohort = fields.required("cohort", Values::column);
        Optional<ColumnRef> time = fields.required("time", Values::column);
        Optional<List<Integer>> window = fields.required("window", EventStudyReader::window);
        Optional<List<Integer>> reference =
                fields.required("reference", node -> Values.oneOrMore(node, EventStudyReader::eventTime));
        List<Term> controls = fields.optional("controls", formulas::terms).orElse(List.of());
        List<FixedEffect> effects = fields.optional(
                        "fixed_effects", node -> Values.oneOrMore(node, formulas::fixedEffect))
                .orElse(List.of());
        if (window.isPresent() && reference.isPresent()) {
            checkReference(fields, window.get(), reference.get());
        }
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new ModelSpec.EventStudy(
                        common.orElseThrow(),
                        outcome.orElseThrow(),
                        cohort.orElseThrow(),
                        time.orElseThrow(),
                        window.orElseThrow().get(0),
                        window.orElseThrow().get(1),
                        reference.orElseThrow(),
                        controls,
                        effects));
    }

    /** An event time. */
    static int eventTime(Located node) {
        return Values.wholeBetween(node, -FARTHEST, FARTHEST);
    }

    private static List<Integer> window(Located node) {
        String expected = "two event times, the first below the second, for example [-4, 4]";
        List<Integer> ends = Values.list(node, expected, EventStudyReader::eventTime);
        if (ends.size() != 2 || ends.get(0) >= ends.get(1)) {
            throw Values.wrongKind(node, expected);
        }
        return ends;
    }

    private static void checkReference(Fields fields, List<Integer> window, List<Integer> reference) {
        int first = window.get(0);
        int last = window.get(1);
        for (int at : reference) {
            if (at < first || at > last) {
                fields.report(
                        "reference",
                        Diagnostic.error(YamlCode.CONFLICT, "reference " + at + " is outside the window")
                                .hint("the window is [" + first + ", " + last + "]"));
            }
        }
        if (reference.stream().distinct().count() > last - first) {
            fields.report(
                    "reference", Diagnostic.error(YamlCode.CONFLICT, "every event time of the window is a reference"));
        }
    }
}
