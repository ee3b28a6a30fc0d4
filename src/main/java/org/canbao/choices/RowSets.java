package org.canbao.choices;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.diag.Place;
import org.canbao.engine.SqlText;
import org.canbao.sample.SqlGuard;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.SqlExpression;
import org.canbao.spec.StudySpec.Derived;
import org.canbao.spec.StudySpec.Filter;

/**
 * The rows that the filters of edited studies keep: a column of the wide sample for each condition, true where it is true,
 * and one for each list of conditions.
 */
final class RowSets {
    private final SqlGuard guard;
    private final List<Filter> filters;
    private final Map<String, Derived> conditions = new LinkedHashMap<>();
    private final Map<List<String>, String> sets = new LinkedHashMap<>();

    /** For the filters of a study. */
    RowSets(SqlGuard guard, List<Filter> filters) {
        this.guard = guard;
        this.filters = filters;
    }

    /** The column that tells the rows of an edited study. */
    String of(Versions.Edited edited) {
        List<String> names = new ArrayList<>();
        List<SqlExpression> all = new ArrayList<>(
                edited.edits().filters(filters).stream().map(Filter::keep).toList());
        all.addAll(edited.edits().further());
        for (SqlExpression condition : all) {
            Map<String, String> columns = edited.names(condition);
            String key = condition.sql() + columns;
            Derived column = conditions.get(key);
            if (column == null) {
                column = column("~keep" + conditions.size(), guard.renamed(condition, columns));
                conditions.put(key, column);
            }
            names.add(column.column().name());
        }
        return sets.computeIfAbsent(names, key -> "~rows" + sets.size());
    }

    /** The columns, in the order in which they can be computed. */
    List<Derived> columns() {
        List<Derived> columns = new ArrayList<>(conditions.values());
        sets.forEach((names, column) -> columns.add(new Derived(
                new ColumnRef(column, Place.of("")),
                new SqlExpression(names.isEmpty() ? "true" : joined(names, " AND "), Place.of("")))));
        return columns;
    }

    /** The condition of rows that are in any set. */
    SqlExpression any() {
        return new SqlExpression(joined(List.copyOf(sets.values()), " OR "), Place.of(""));
    }

    private static Derived column(String name, SqlExpression condition) {
        return new Derived(
                new ColumnRef(name, condition.place()),
                new SqlExpression("coalesce(" + condition.sql() + ", false)", condition.place()));
    }

    private static String joined(List<String> names, String word) {
        return String.join(word, names.stream().map(SqlText::identifier).toList());
    }
}
