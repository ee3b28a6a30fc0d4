package org.canbao.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A table whose cells name the rows of a sample that are of a class, with their number and share.
 *
 * @param names what each row of the sample is called
 * @param where the condition that they meet, if any
 * @param order their order within a cell; as in the sample if empty
 * @param rows one row of the table per class; several columns make one panel each
 * @param columns one column of the table per class, if the rows are classed both ways
 * @param shares whether classes have their share of all rows
 * @param digits decimals of shares
 */
public record Typology(
        String id,
        Text title,
        Optional<Text> notes,
        RowNames names,
        Optional<SqlExpression> where,
        List<RowOrder> order,
        List<Classes> rows,
        Optional<Classes> columns,
        boolean shares,
        int digits)
        implements TableSpec {
    public Typology {
        order = List.copyOf(order);
        rows = List.copyOf(rows);
    }

    @Override
    public List<ColumnRef> columnsRead() {
        List<ColumnRef> read = new ArrayList<>(names.columnsRead());
        order.forEach(level -> read.add(level.column()));
        rows.forEach(classes -> read.add(classes.column()));
        columns.ifPresent(classes -> read.add(classes.column()));
        return read;
    }

    /**
     * A column whose levels are classes.
     *
     * @param levels those that are shown, in this order; all that occur, ascending, if empty
     */
    public record Classes(ColumnRef column, List<String> levels) {
        public Classes {
            levels = List.copyOf(levels);
        }
    }
}
