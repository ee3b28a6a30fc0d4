package org.canbao.choices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
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
        }
    }

    /** How a derived column is computed. */
    SqlExpression expression(StudySpec.Derived column) {
        return derived.getOrDefault(column.column().name(), column.expression());
    }

    /** The conditions to stay, in order. */
    List<SqlExpression> conditions(List<StudySpec.Filter> filters) {
        List<SqlExpression> conditions = new ArrayList<>();
        for (StudySpec.Filter filter : filters) {
            if (!dropped.contains(filter.id())) {
                conditions.add(kept.getOrDefault(filter.id(), filter.keep()));
            }
        }
        conditions.addAll(further);
        return conditions;
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
