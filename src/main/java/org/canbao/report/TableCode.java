package org.canbao.report;

import org.canbao.diag.Code;

/** Findings about tables. */
public enum TableCode implements Code {
    /** A column of a table has no fit. */
    NO_FIT("CB0601"),
    /** A row of a table is a term of none of its columns. */
    NO_TERM("CB0602"),
    /** A column of the sample that a table names is not there. */
    NO_COLUMN("CB0603"),
    /** A column that a table describes or weights with holds no numbers. */
    NOT_NUMERIC("CB0604"),
    /** A column that a table is split by has too many levels. */
    MANY_LEVELS("CB0605"),
    /** A weight is negative. */
    BAD_WEIGHT("CB0606"),
    /** A column that shares are made of is neither 0 nor 1 somewhere. */
    NO_INDICATOR("CB0607"),
    /** An exhibit shows rows one by one, and there are none, or too many. */
    ROWS_SHOWN("CB0608"),
    /** Two rows of an exhibit have the same name. */
    SAME_NAME("CB0609"),
    /** An exhibit would show single persons. */
    PERSONS("CB0610"),
    /** A column shows marginal effects that a fit does not have. */
    NO_MARGINAL_EFFECTS("CB0611");

    private final String id;

    TableCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
