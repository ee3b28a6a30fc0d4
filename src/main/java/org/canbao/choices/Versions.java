package org.canbao.choices;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.sample.InputColumns;
import org.canbao.sample.KnownColumns;
import org.canbao.sample.SqlGuard;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.IndexSpec;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.StudySpec;
import org.canbao.spec.StudySpec.Input;

/**
 * All versions of the columns of a study: two edited studies share a version of a column exactly if they compute it by the
 * same expression from the same versions of what it reads.
 */
final class Versions {
    private final StudySpec study;
    private final SqlGuard guard;
    private final InputColumns inputs;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<KnownColumns> knownBefore = new ArrayList<>();
    private final Map<String, Version> byDefinition = new LinkedHashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, Set<String>> reads = new HashMap<>();
    private final Edited unedited;

    /** No version yet. */
    Versions(StudySpec study, SqlGuard guard, InputColumns inputs) {
        this.study = study;
        this.guard = guard;
        this.inputs = inputs;
        List<Variable> known = new ArrayList<>(inputs.variables());
        for (StudySpec.Derived column : study.sample().derive()) {
            knownBefore.add(new KnownColumns(known));
            places.put(column.column().name(), places.size());
            known.add(Variable.of(column.column().name(), ValueType.FLOAT64));
        }
        knownBefore.add(new KnownColumns(known));
        this.unedited = new Edited(new Edits(List.of()));
    }

    /** All columns of the study. */
    KnownColumns known() {
        return knownBefore.get(knownBefore.size() - 1);
    }

    /** The columns of an edited study. */
    Edited under(Edits edits) {
        return new Edited(edits);
    }

    /** All versions so far, each after those that it reads. */
    List<Version> all() {
        return List.copyOf(byDefinition.values());
    }

    /** The columns that an expression reads, which stands before the derived column {@code place}. */
    Set<String> reads(SqlExpression expression, int place, SqlGuard.Use use) {
        Set<String> known = reads.get(place + ":" + expression.sql());
        if (known == null) {
            known = guard.check(expression, knownBefore.get(place), use).columns();
            reads.put(place + ":" + expression.sql(), known);
        }
        return known;
    }

    /** The columns of the study under some edits. */
    final class Edited {
        private final Edits edits;
        private final Map<String, Version> versions = new HashMap<>();

        private Edited(Edits edits) {
            this.edits = edits;
        }

        /** The edits. */
        Edits edits() {
            return edits;
        }

        /** The names in the wide sample of what a condition reads, by column. */
        Map<String, String> names(SqlExpression condition) {
            return names(reads(condition, places.size(), SqlGuard.Use.CONDITION));
        }

        /** The names in the wide sample of columns. */
        Map<String, String> names(Set<String> columns) {
            Map<String, String> names = new TreeMap<>();
            columns.forEach(column -> names.put(column, of(column).name()));
            return names;
        }

        private Version of(String column) {
            Version known = versions.get(column);
            if (known == null) {
                if (this != unedited) {
                    // the first version of every column, which keeps its name, is that of the study as it is
                    unedited.of(column);
                }
                Integer place = places.get(column);
                known = place == null
                        ? read(column)
                        : derived(study.sample().derive().get(place), place);
                versions.put(column, known);
            }
            return known;
        }

        private Version derived(StudySpec.Derived column, int place) {
            SqlExpression expression = edits.expression(column);
            Map<String, String> names = names(reads(expression, place, SqlGuard.Use.COLUMN));
            return intern(column.column().name(), expression.sql() + names, new Version.Derived(expression, names));
        }

        private Version read(String column) {
            Input input = inputs.inputOf(column).map(study.inputs()::get).orElseThrow();
            OptionalInt lag = edits.lag(input);
            Optional<OptionalInt> other = lag.equals(input.lag()) ? Optional.empty() : Optional.of(lag);
            Optional<IndexSpec> index = edits.index(input, column);
            if (other.isPresent()) {
                index.ifPresent(i -> i.of().forEach(part -> of(part.name())));
            }
            String definition = input.name() + other + index.map(Versions::text).orElse("");
            return intern(column, definition, new Version.Read(input.name(), other, index));
        }
    }

    private static String text(IndexSpec index) {
        return index.of().stream().map(ColumnRef::name).collect(Collectors.joining(","))
                + index.per().map(ColumnRef::name)
                + index.origin();
    }

    private Version intern(String column, String definition, Version.Origin origin) {
        return byDefinition.computeIfAbsent(column + "\n" + definition, key -> {
            int number = counts.merge(column, 1, Integer::sum) - 1;
            return new Version(column, number == 0 ? column : column + "~" + number, origin);
        });
    }
}
