package org.canbao.choices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.canbao.spec.CellsSpec.Dimension;
import org.canbao.spec.IndexSpec;
import org.canbao.spec.SampleEdit;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.StudySpec;
import org.canbao.spec.StudySpec.Input;

/** The edits of several options to a sample, which change different things: together one edited sample. */
final class Edits {
    private final Map<String, SqlExpression> derived = new HashMap<>();
    private final Map<String, SqlExpression> kept = new HashMap<>();
    private final Set<String> dropped = new HashSet<>();
    private final List<SqlExpression> further = new ArrayList<>();
    private final Map<String, OptionalInt> lags = new HashMap<>();
    private final Map<String, IndexSpec> indices = new HashMap<>();
    private List<Dimension> by = List.of();

    /** The edits of these options. */
    Edits(List<SampleEdit> edits) {
        for (SampleEdit edit : edits) {
            edit.derive().forEach(d -> derived.put(d.column().name(), d.expression()));
            edit.keep().forEach(c -> kept.put(c.filter().name(), c.keep()));
            edit.drop().forEach(id -> dropped.add(id.name()));
            edit.where().ifPresent(further::add);
            for (SampleEdit.InputEdit input : edit.inputs()) {
                String name = input.input().name();
                if (input.lag().isPresent()) {
                    lags.put(name, input.lag());
                }
                input.indices().forEach(index -> indices.put(index.column().name(), index));
            }
            by = edit.by().isEmpty() ? by : edit.by();
        }
    }

    /** How a derived column is computed. */
    SqlExpression expression(StudySpec.Derived column) {
        return derived.getOrDefault(column.column().name(), column.expression());
    }

    /** Derived columns as they are computed. */
    List<StudySpec.Derived> derived(List<StudySpec.Derived> columns) {
        return columns.stream()
                .map(column -> new StudySpec.Derived(column.column(), expression(column)))
                .toList();
    }

    /** Those of the filters that are left, with their conditions. */
    List<StudySpec.Filter> filters(List<StudySpec.Filter> filters) {
        return filters.stream()
                .filter(filter -> !dropped.contains(filter.id()))
                .map(filter -> new StudySpec.Filter(
                        filter.id(), kept.getOrDefault(filter.id(), filter.keep()), filter.label()))
                .toList();
    }

    /** The further conditions to stay, after all filters. */
    List<SqlExpression> further() {
        return List.copyOf(further);
    }

    /** The dimensions of cells. */
    List<Dimension> by(List<Dimension> dimensions) {
        return by.isEmpty() ? dimensions : by;
    }

    /** The lag of an input. */
    OptionalInt lag(Input input) {
        return lags.getOrDefault(input.name(), input.lag());
    }

    /** The index of an input that is a column, if it is one. */
    Optional<IndexSpec> index(Input input, String column) {
        return input.indices().stream()
                .filter(index -> index.column().name().equals(column))
                .findFirst()
                .map(index -> indices.getOrDefault(column, index));
    }
}
