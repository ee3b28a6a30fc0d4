package org.canbao.compare;

import org.canbao.diag.Code;

/** Findings about comparisons that cannot be made. */
public enum CompareCode implements Code {
    /** The study has not been run. */
    NO_RESULTS("CB1101"),
    /** A result cannot be read. */
    BROKEN_RESULT("CB1102"),
    /** The study names no published numbers. */
    NO_PUBLISHED("CB1103"),
    /** The published numbers have no map. */
    NO_MAP("CB1104"),
    /** The map names a table that is not printed. */
    UNKNOWN_TABLE("CB1105");

    private final String id;

    CompareCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
