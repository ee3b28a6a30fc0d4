package org.canbao.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ModelSpec;
import org.jspecify.annotations.Nullable;

/** Reads the explicit assignments of a placebo. */
final class AssignmentsReader {
    private static final String EXPECTED = "a list of draws, each a list with one cohort (or null) per unit";

    private AssignmentsReader() {}

    /** The assignments, if there are any. */
    static Optional<ModelSpec.Assignments> read(Fields fields) {
        Optional<List<List<@Nullable Double>>> draws =
                fields.optional("assignments", node -> Values.list(node, EXPECTED, AssignmentsReader::draw));
        Optional<List<String>> units = fields.optional("units", AssignmentsReader::units)
                .or(() -> fields.optional("cities", AssignmentsReader::units));
        refuseConflicts(fields);
        if (draws.isEmpty()) {
            return Optional.empty();
        }
        int expected = units.map(List::size).orElse(draws.get().get(0).size());
        for (int d = 0; d < draws.get().size(); d++) {
            int found = draws.get().get(d).size();
            if (found != expected) {
                fields.report(
                        "assignments",
                        Diagnostic.error(
                                YamlCode.CONFLICT,
                                "draw " + (d + 1) + " assigns " + found + " units, expected " + expected));
            }
        }
        return Optional.of(new ModelSpec.Assignments(units.orElse(List.of()), draws.get()));
    }

    private static void refuseConflicts(Fields fields) {
        if (fields.says("units") && fields.says("cities")) {
            fields.report(
                    "cities",
                    Diagnostic.error(YamlCode.CONFLICT, "`units` and `cities` mean the same; give one of them"));
        }
        if (fields.has("assignments")) {
            for (String key : List.of("draws", "seed", "within")) {
                if (fields.says(key)) {
                    fields.report(
                            key,
                            Diagnostic.error(
                                    YamlCode.CONFLICT, "`" + key + "` has no effect when `assignments` are given"));
                }
            }
        } else {
            for (String key : List.of("units", "cities")) {
                if (fields.says(key)) {
                    fields.report(
                            key,
                            Diagnostic.error(
                                    YamlCode.CONFLICT, "`" + key + "` belongs to `assignments`, which are not given"));
                }
            }
        }
    }

    private static List<String> units(Located node) {
        return Values.list(node, "a list of units", Values::text);
    }

    private static List<@Nullable Double> draw(Located node) {
        if (!(node instanceof Located.Sequence sequence) || sequence.items().isEmpty()) {
            throw Values.wrongKind(node, "a list with one cohort (or null) per unit");
        }
        List<@Nullable Double> cohorts = new ArrayList<>();
        for (Located item : sequence.items()) {
            cohorts.add(item instanceof Located.Scalar scalar && scalar.isNull() ? null : (Double) Values.number(item));
        }
        return cohorts;
    }
}
