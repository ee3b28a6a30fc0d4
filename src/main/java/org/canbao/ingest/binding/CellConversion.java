package org.canbao.ingest.binding;

import org.canbao.data.ColumnBatch;

/** Writes the value of a raw cell into a cell of another type, without loss or not at all. */
@FunctionalInterface
interface CellConversion {
    /** Writes one cell; its states are not touched. */
    Fit put(ColumnBatch raw, int from, ColumnBatch out, int to, int row);
}
