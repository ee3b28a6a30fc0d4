package org.canbao.ingest;

/** Takes the cells that do not fit their column. */
@FunctionalInterface
public interface Rejects {
    /**
     * One reject.
     *
     * @param row the row of the file, from 1, headers not counted
     * @param column the name of the variable
     * @param value what stands there
     * @param reason why it does not fit, with what was expected
     */
    void add(long row, String column, String value, String reason);
}
