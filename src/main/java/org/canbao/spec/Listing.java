package org.canbao.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A table of the rows of a sample, one by one: facts about places, counted cells.
 *
 * @param rows which rows
 * @param stub the header of their names, if any
 * @param columns what is shown of each
 * @param transposed whether the rows of the sample are the columns of the table, panels their groups
 * @param totals what stands under each panel, and under the table if there are none; none if it is transposed
 * @param digits decimals of columns that do not say their own
 */
public record Listing(
        String id,
        Text title,
        Optional<Text> notes,
        RowsSpec rows,
        Optional<Text> stub,
        List<Column> columns,
        boolean transposed,
        List<Total> totals,
        int digits)
        implements TableSpec {
    public Listing {
        columns = List.copyOf(columns);
        totals = List.copyOf(totals);
    }

    @Override
    public List<ColumnRef> columnsRead() {
        List<ColumnRef> read = new ArrayList<>(rows.columnsRead());
        columns.forEach(column -> read.addAll(List.of(column.en(), column.zh())));
        return read;
    }

    @Override
    public Optional<SqlExpression> where() {
        return rows.where();
    }

    /**
     * A column.
     *
     * @param en the column of the sample, in English
     * @param zh the same in Chinese; mostly one column is both
     * @param header what stands above it; the label of the column if nothing is said
     * @param as how its values are shown; as their type suggests if nothing is said
     * @param digits its decimals
     */
    public record Column(ColumnRef en, ColumnRef zh, Optional<Text> header, Optional<Show> as, OptionalInt digits) {}

    /** How values are shown. */
    public enum Show {
        /** A number with its decimals. */
        NUMBER,
        /** A whole number with commas between thousands. */
        COUNT,
        /** Yes or no. */
        FLAG,
        /** The label of the value, or the text. */
        WORDS
    }

    /** What rows come to, over those that have a value. */
    public enum Total {
        /** How many rows have a value. */
        N,
        /** Their sum. */
        SUM,
        /** Their arithmetic mean. */
        MEAN,
        /** The smallest. */
        MIN,
        /** The largest. */
        MAX
    }
}
