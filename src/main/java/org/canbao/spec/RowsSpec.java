package org.canbao.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Which rows of a sample an exhibit shows one by one, and in which order.
 *
 * @param names what each is called
 * @param where the condition that they meet, if any
 * @param order their order; equal ones, and all if it is empty, stay as in the sample
 * @param panels the column whose levels part them, if any; panels stand in the order of their first rows
 */
public record RowsSpec(
        RowNames names, Optional<SqlExpression> where, List<RowOrder> order, Optional<ColumnRef> panels) {
    public RowsSpec {
        order = List.copyOf(order);
    }

    /** The columns outside of SQL, in order, with repetitions. */
    public List<ColumnRef> columnsRead() {
        List<ColumnRef> columns = new ArrayList<>(names.columnsRead());
        order.forEach(level -> columns.add(level.column()));
        panels.ifPresent(columns::add);
        return columns;
    }
}
