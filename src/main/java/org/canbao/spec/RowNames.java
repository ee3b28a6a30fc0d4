package org.canbao.spec;

import java.util.List;

/**
 * The columns that say what rows are called.
 *
 * @param key what a row is for machines
 * @param en what it is called in English
 * @param zh what it is called in Chinese; where both are one column, its values are called by their labels
 */
public record RowNames(ColumnRef key, ColumnRef en, ColumnRef zh) {
    /** One column for all of it. */
    public static RowNames of(ColumnRef column) {
        return new RowNames(column, column, column);
    }

    /** The columns, in order, with repetitions. */
    public List<ColumnRef> columnsRead() {
        return List.of(key, en, zh);
    }
}
