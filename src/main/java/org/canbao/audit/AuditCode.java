package org.canbao.audit;

import org.canbao.diag.Code;

/** Findings about audits that cannot be made. */
public enum AuditCode implements Code {
    /** A series selects no row. */
    SELECTS_NOTHING("CB1201"),
    /** A series selects a row without a number. */
    NO_NUMBER("CB1202"),
    /** A series selects several numbers where one is needed, or numbers that cannot be told apart. */
    SEVERAL("CB1203"),
    /** Series have no label in common, or not the same number of numbers. */
    NOT_PAIRED("CB1204");

    private final String id;

    AuditCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
