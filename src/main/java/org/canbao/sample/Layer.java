package org.canbao.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.canbao.diag.Problems;
import org.canbao.engine.SqlEngine;
import org.canbao.engine.SqlText;
import org.canbao.spec.StudySpec.Derived;
import org.canbao.spec.StudySpec.Filter;

/**
 * Rows with what is joined to them, derived from them, and asked of them. A sample has one layer of rows, and where these are
 * counted in cells, a layer of cells above.
 *
 * @param sources the rows and what is joined
 * @param rows both together
 * @param expressions derived columns and filters
 * @param filters the filters
 */
record Layer(SampleSources sources, JoinedRows rows, Expressions expressions, List<Filter> filters) {
    Layer {
        filters = List.copyOf(filters);
    }

    /** Checks and types all expressions; findings are collected. */
    static Layer of(
            SqlEngine engine,
            SqlGuard guard,
            SampleSources sources,
            List<Derived> derive,
            List<Filter> filters,
            Problems problems) {
        JoinedRows rows = new JoinedRows(sources.base(), sources.joins());
        Expressions expressions = new Expressions(engine, guard, rows, problems);
        derive.forEach(expressions::derive);
        filters.forEach(expressions::filter);
        return new Layer(sources, rows, expressions, filters);
    }

    /**
     * A query for all rows with their {@link RowFate} and whether each join matched, and with what these columns are
     * made from: columns that no filter asks for are derived by {@link #finished}, of the rows that are left.
     */
    String asked(Collection<String> columns) {
        Set<String> carried = expressions.carried(columns);
        List<String> items = new ArrayList<>();
        carried.forEach(name -> items.add(SqlText.identifier(name)));
        for (int j = 0; j < sources.joins().size(); j++) {
            items.add(JoinedRows.hit(j));
        }
        items.add(RowFate.sql(filters.size()) + " AS " + RowFate.COLUMN);
        return "SELECT " + String.join(", ", items) + " FROM (" + expressions.sql(carried) + ")";
    }

    /**
     * A query for the rows that all filters keep, with these columns.
     *
     * @param asked a relation with the rows of {@link #asked}
     */
    String finished(String asked, Collection<String> columns) {
        return expressions.finished(
                "SELECT * FROM " + asked + " WHERE " + RowFate.COLUMN + " = " + RowFate.KEPT, columns);
    }

    /** A query for the rows that all filters keep, these columns and the place of each row in the base. */
    String kept(Collection<String> columns) {
        String conditions =
                IntStream.range(0, filters.size()).mapToObj(Expressions::keep).collect(Collectors.joining(" AND "));
        return "SELECT * FROM (" + expressions.sql(columns) + ")"
                + (conditions.isEmpty() ? "" : " WHERE " + conditions);
    }
}
