package org.canbao.fiscal;

import org.canbao.diag.Code;

/** Findings about scenarios. */
public enum FiscalCode implements Code {
    /** What is paid is not what is received. */
    IDENTITY("CB1301"),
    /** There are no points to divide by. */
    NO_POINTS("CB1302");

    private final String id;

    FiscalCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
