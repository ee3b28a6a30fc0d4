package org.canbao.spec;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bars of the rows of a sample, beside or on top of each other.
 *
 * @param rows which rows; with {@code by} several have one name
 * @param values a bar, or a part of it, for each of these columns
 * @param by one bar, or part, per level of this column; then there is one value
 * @param intervals the ends of intervals, by column of values
 * @param stacked whether bars of a row stand on top of each other
 * @param axis what their length is; the label of the value if nothing is said
 */
public record Bars(
        String id,
        Text title,
        Optional<Text> notes,
        RowsSpec rows,
        List<ColumnRef> values,
        Optional<ColumnRef> by,
        Map<String, Ends> intervals,
        boolean stacked,
        Optional<Text> axis)
        implements FigureSpec {
    public Bars {
        values = List.copyOf(values);
        intervals = Collections.unmodifiableMap(new LinkedHashMap<>(intervals));
    }

    @Override
    public List<ColumnRef> specs() {
        return List.of();
    }

    @Override
    public List<ColumnRef> columnsRead() {
        List<ColumnRef> read = new ArrayList<>(rows.columnsRead());
        read.addAll(values);
        by.ifPresent(read::add);
        intervals.values().forEach(ends -> read.addAll(List.of(ends.low(), ends.high())));
        return read;
    }

    @Override
    public Optional<SqlExpression> where() {
        return rows.where();
    }

    /** The columns with the ends of an interval. */
    public record Ends(ColumnRef low, ColumnRef high) {}
}
