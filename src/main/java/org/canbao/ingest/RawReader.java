package org.canbao.ingest;

import org.canbao.data.ColumnBatch;

/** A raw extract, opened: what the file says of itself, then its rows in order, a batch at a time. */
public interface RawReader extends AutoCloseable {
    /** What the file says of itself. */
    RawDescription description();

    /**
     * Clears the batch and fills it with the next rows.
     *
     * @param batch made for {@link RawDescription#variables()}
     * @param rejects takes every cell that does not fit its column; the cell itself becomes missing
     * @return whether there was any row
     * @throws org.canbao.diag.CanbaoException if the file breaks off or contradicts itself; the finding names the row
     *     and the byte offset or line
     */
    boolean next(ColumnBatch batch, Rejects rejects);

    /** Closes the file; once is enough, more does no harm. */
    @Override
    void close();
}
