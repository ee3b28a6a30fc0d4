package org.canbao.published;

import org.canbao.diag.Code;

/** Findings about printed numbers. */
public enum PublishedCode implements Code {
    /** A table is not CSV. */
    NOT_CSV("CB1150"),
    /** A table lacks a column that is needed. */
    NO_COLUMN("CB1151"),
    /** A cell that should be a number is none. */
    NOT_A_NUMBER("CB1152"),
    /** There are no printed numbers of that name. */
    NO_STUDY("CB1153");

    private final String id;

    PublishedCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
