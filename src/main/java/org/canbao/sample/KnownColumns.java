package org.canbao.sample;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.StudySpec;

/** The columns that expressions and specs of a study may name, and which input each comes from. */
final class KnownColumns {
    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final Map<String, List<String>> inputs = new LinkedHashMap<>();
    private final String study;
    private final Problems problems;

    /** The columns of the inputs of a sample; {@code keys} are those that joins share. */
    KnownColumns(StudySpec study, Map<String, InputView> views, Problems problems) {
        this.study = study.file();
        this.problems = problems;
        add(views.get(study.sample().from().name()), List.of());
        for (StudySpec.Join join : study.sample().joins()) {
            add(
                    views.get(join.input().name()),
                    join.keys().stream().map(ColumnRef::name).toList());
        }
    }

    private void add(InputView view, List<String> keys) {
        for (Variable variable : view.columns()) {
            if (!keys.contains(variable.name())) {
                variables.putIfAbsent(variable.name(), variable);
                inputs.computeIfAbsent(variable.name(), n -> new ArrayList<>()).add(view.name());
            }
        }
    }

    /** All of them. */
    List<Variable> all() {
        return List.copyOf(variables.values());
    }

    /** The input a column comes from; empty for derived columns. */
    Optional<String> inputOf(String column) {
        return Optional.ofNullable(inputs.get(column)).map(l -> l.get(0));
    }

    /** A new column from here on; a finding if the name is taken. */
    void derive(StudySpec.Derived column) {
        if (variables.containsKey(column.name())) {
            problems.add(Diagnostic.error(
                            SampleCode.DERIVED_TWICE,
                            "derived column `" + column.name() + "` has the name of a column of `"
                                    + inputOf(column.name()).orElse("derive") + "`")
                    .at(column.expression().place())
                    .hint("choose another name: a sample never has two meanings of one name"));
        }
        variables.put(column.name(), Variable.of(column.name(), ValueType.FLOAT64));
    }

    /** A finding unless the column is there and means one thing. */
    void require(String column, Place place) {
        if (!variables.containsKey(column)) {
            List<String> near = Nearest.to(column, variables.keySet());
            Diagnostic finding = Diagnostic.error(
                            SampleCode.UNKNOWN_COLUMN, "column `" + column + "` is not in the sample")
                    .at(place);
            for (String name : near) {
                String label = variables.get(name).label();
                finding = finding.hint("nearest: `" + name + "`" + (label.isEmpty() ? "" : " (" + label + ")"));
            }
            problems.add(finding.hint("columns: " + abridged()));
        } else if (inputs.getOrDefault(column, List.of()).size() > 1) {
            problems.add(Diagnostic.error(
                            SampleCode.AMBIGUOUS_COLUMN,
                            "column `" + column + "` is in several inputs: "
                                    + String.join(", ", inputs.getOrDefault(column, List.of())))
                    .at(place)
                    .hint("if it is what they share, add it to the keys under `join:` in " + study)
                    .hint("otherwise rename it in one of them"));
        }
    }

    private String abridged() {
        List<String> names = List.copyOf(variables.keySet());
        int shown = Math.min(20, names.size());
        return String.join(", ", names.subList(0, shown))
                + (names.size() > shown ? " and " + (names.size() - shown) + " more" : "");
    }
}
