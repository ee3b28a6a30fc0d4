package org.canbao.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.engine.SqlEngine;
import org.canbao.engine.SqlText;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.StudySpec;
import org.jspecify.annotations.Nullable;

/** The derived columns and filters of a sample: checked, typed, and put one on top of the other. */
final class Expressions {
    /** A derived column or a filter. */
    private record Step(String name, SqlExpression source, CheckedSql checked, ValueType type) {
        String item() {
            String value = type == ValueType.FLOAT64 ? "CAST(" + checked.sql() + " AS DOUBLE)" : checked.sql();
            return value + " AS " + SqlText.identifier(name);
        }
    }

    private final SqlEngine engine;
    private final SqlGuard guard;
    private final JoinedRows rows;
    private final KnownColumns known;
    private final Problems problems;
    private final Map<String, Step> derived = new LinkedHashMap<>();
    private final List<Step> filters = new ArrayList<>();

    Expressions(SqlEngine engine, SqlGuard guard, JoinedRows rows, Problems problems) {
        this.engine = engine;
        this.guard = guard;
        this.rows = rows;
        this.known = new KnownColumns(rows.variables());
        this.problems = problems;
    }

    /** The columns of the rows and those derived so far. */
    KnownColumns known() {
        return known;
    }

    /** Adds a derived column. */
    void derive(StudySpec.Derived column) {
        String name = column.column().name();
        boolean taken = known.names().stream().anyMatch(name::equalsIgnoreCase);
        if (taken || name.toLowerCase(Locale.ROOT).startsWith("__canbao")) {
            problems.add(Diagnostic.error(SampleCode.COLUMN_EXISTS, "there is already a column `" + name + "`")
                    .at(column.column().place())
                    .hint("give the new column another name"));
            return;
        }
        Step step = step(name, column.expression(), SqlGuard.Use.COLUMN);
        if (step != null) {
            derived.put(name, step);
        }
        known.add(Variable.of(name, step == null ? ValueType.FLOAT64 : step.type()));
    }

    /** Adds a filter. */
    void filter(StudySpec.Filter filter) {
        Step step = step(keep(filters.size()), filter.keep(), SqlGuard.Use.CONDITION);
        if (step == null) {
            return;
        }
        if (step.type() != ValueType.BOOLEAN) {
            problems.add(Diagnostic.error(
                            SampleCode.NOT_A_CONDITION, "filter `" + filter.id() + "` is not a condition but a value")
                    .at(filter.keep().place())
                    .hint("expected something true or false, for example age >= 16"));
        }
        filters.add(step);
    }

    private @Nullable Step step(String name, SqlExpression source, SqlGuard.Use use) {
        CheckedSql checked;
        try {
            checked = guard.check(source, known, use);
        } catch (CanbaoException e) {
            problems.addAll(e);
            return null;
        }
        if (problems.hasErrors()) {
            return new Step(name, source, checked, ValueType.BOOLEAN);
        }
        try {
            String probe = "(SELECT " + checked.sql() + " AS x FROM (" + below(checked.columns()) + "))";
            return new Step(name, source, checked, engine.columns(probe).get(0).type());
        } catch (CanbaoException e) {
            problems.add(notComputable(source, e));
            return null;
        }
    }

    private static Diagnostic notComputable(SqlExpression source, CanbaoException e) {
        return Diagnostic.error(SampleCode.NOT_COMPUTABLE, "the expression cannot be computed: " + e.getMessage())
                .at(source.at(0, source.sql().codePointCount(0, source.sql().length())));
    }

    /** The column that is true where filter {@code i} keeps a row. */
    static String keep(int i) {
        return "__canbao_keep_" + i;
    }

    /** Whether a window sums, so that its last digit would depend on the order in which threads add. */
    boolean sumsInWindows() {
        return derived.values().stream()
                .anyMatch(d -> d.checked().windows().contains("sum")
                        || d.checked().windows().contains("avg"));
    }

    /** The columns that these columns are made from, derived ones included. */
    Set<String> needed(Collection<String> columns) {
        Set<String> needed = new LinkedHashSet<>(columns);
        List<Step> backwards = new ArrayList<>(derived.values());
        Collections.reverse(backwards);
        for (Step step : backwards) {
            if (needed.contains(step.name())) {
                needed.addAll(step.checked().columns());
            }
        }
        return needed;
    }

    /** The columns that these columns and all conditions are made from. */
    Set<String> read(Collection<String> columns) {
        return needed(withConditions(columns));
    }

    private Set<String> withConditions(Collection<String> columns) {
        Set<String> all = new LinkedHashSet<>(columns);
        filters.forEach(f -> all.addAll(f.checked().columns()));
        return all;
    }

    /** A query for these columns and all conditions. */
    String sql(Collection<String> columns) {
        String inner = below(withConditions(columns));
        if (filters.isEmpty()) {
            return inner;
        }
        List<String> items = filters.stream().map(Step::item).toList();
        return "SELECT *, " + String.join(", ", items) + " FROM (" + inner + ")";
    }

    /**
     * The columns that rows must have when they are filtered, so that these columns can be derived from those that are
     * left: {@link #finished} derives what is made of one row alone and no filter asks for.
     */
    Set<String> carried(Collection<String> columns) {
        Set<String> late = late(columns);
        Set<String> carried = new LinkedHashSet<>(columns);
        derived.values().stream()
                .filter(step -> late.contains(step.name()))
                .forEach(step -> carried.addAll(step.checked().columns()));
        carried.removeAll(late);
        return carried;
    }

    /** A query for these columns, from a query for the columns that they need {@link #carried}. */
    String finished(String query, Collection<String> columns) {
        return derive(query, late(columns));
    }

    /** The derived columns among those that these need which can wait until rows are filtered. */
    private Set<String> late(Collection<String> columns) {
        Set<String> needed = needed(columns);
        Set<String> early = withConditions(List.of());
        derived.values().stream()
                .filter(step -> !step.checked().windows().isEmpty())
                .forEach(step -> early.add(step.name()));
        needed.removeAll(needed(early));
        needed.retainAll(derived.keySet());
        return needed;
    }

    /** A query for these columns, derived ones included. */
    private String below(Collection<String> columns) {
        Set<String> needed = needed(columns);
        return derive(
                rows.sql(needed.stream().filter(c -> !derived.containsKey(c)).toList()), needed);
    }

    private String derive(String rows, Set<String> needed) {
        String query = rows;
        for (List<Step> level : levels(needed)) {
            query = "SELECT *, "
                    + String.join(", ", level.stream().map(Step::item).toList()) + " FROM (" + query + ")";
        }
        return query;
    }

    /** The derived columns among these, each in a level above all that it is made from. */
    private List<List<Step>> levels(Set<String> needed) {
        Map<String, Integer> levelOf = new LinkedHashMap<>();
        List<List<Step>> levels = new ArrayList<>();
        for (Step step : derived.values()) {
            if (needed.contains(step.name())) {
                int level = step.checked().columns().stream()
                        .mapToInt(c -> levelOf.getOrDefault(c, -1) + 1)
                        .max()
                        .orElse(0);
                levelOf.put(step.name(), level);
                while (levels.size() <= level) {
                    levels.add(new ArrayList<>());
                }
                levels.get(level).add(step);
            }
        }
        return levels;
    }

    /** After a query has failed: the finding about the first expression that cannot be computed on these data. */
    CanbaoException blame(CanbaoException failure) {
        List<Step> all = new ArrayList<>(derived.values());
        all.addAll(filters);
        for (Step step : all) {
            try {
                // count(x) of what is never missing would not compute it
                engine.count("SELECT count(DISTINCT " + step.checked().sql() + ") FROM ("
                        + below(step.checked().columns()) + ")");
            } catch (CanbaoException e) {
                return new CanbaoException(List.of(notComputable(step.source(), e)), e);
            }
        }
        return failure;
    }
}
