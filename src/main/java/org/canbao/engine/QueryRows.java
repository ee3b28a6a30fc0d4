package org.canbao.engine;

/** The rows of a query, pulled a batch at a time. */
public interface QueryRows extends RowSource, AutoCloseable {
    /** Ends the query. */
    @Override
    void close();
}
