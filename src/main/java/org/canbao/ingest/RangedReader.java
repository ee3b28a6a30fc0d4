package org.canbao.ingest;

/**
 * A raw extract whose rows stand at known places, so that several threads can read parts of it at once. Its description
 * says how many rows there are.
 */
public interface RangedReader extends RawReader {
    /**
     * Another reader of the same file for the rows from {@code from}, counted from 0, up to but without {@code to}. It is
     * closed on its own; readers of disjoint ranges may run in different threads. Together they say what a reader of all
     * rows says: findings and rejects count rows from the start of the file.
     *
     * @throws IllegalArgumentException if there are no such rows
     * @throws org.canbao.diag.CanbaoException if the file cannot be opened any more
     */
    RawReader range(long from, long to);
}
