package org.canbao.ingest;

/**
 * A raw file that the engine can read by itself, so that its rows need not pass through Java on their way to the store.
 * Its description says how many rows there are; none is rejected, and no cell has a missing code.
 */
interface DirectReader extends RawReader {
    /**
     * All rows, in their order, as SQL: the columns of the description by name, dates as days and timestamps as
     * microseconds since 1970.
     */
    String query();
}
