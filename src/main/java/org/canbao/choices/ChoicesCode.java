package org.canbao.choices;

import org.canbao.diag.Code;

/** Findings about specification curves. */
public enum ChoicesCode implements Code {
    /** The spec of a curve has no coefficient of that name. */
    UNKNOWN_COEFFICIENT("CB1401"),
    /** An option changes nothing that the spec of a curve reads. */
    INERT("CB1403"),
    /** A combination cannot be estimated. */
    NOT_ESTIMATED("CB1404");

    private final String id;

    ChoicesCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
