package org.canbao.ingest.dta;

import org.canbao.data.ColumnBatch;
import org.canbao.ingest.Rejects;

/** Decodes one column of a block of rows. */
interface ColumnDecoder {
    /**
     * Decodes all rows of the block.
     *
     * @param block the rows
     * @param batch takes the values; its states are all present before
     * @param at the row of the batch for the first row of the block
     * @param rejects takes what does not fit; such a cell becomes missing
     */
    void decode(RowBlock block, ColumnBatch batch, int at, Rejects rejects);
}
