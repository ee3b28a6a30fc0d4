package org.canbao.sample;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.canbao.diag.Problems;
import org.canbao.engine.SqlEngine;
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

    /** A query for the rows that all filters keep, these columns and the place of each row in the base. */
    String kept(Collection<String> columns) {
        String conditions =
                IntStream.range(0, filters.size()).mapToObj(Expressions::keep).collect(Collectors.joining(" AND "));
        return "SELECT * FROM (" + expressions.sql(columns) + ")"
                + (conditions.isEmpty() ? "" : " WHERE " + conditions);
    }
}
