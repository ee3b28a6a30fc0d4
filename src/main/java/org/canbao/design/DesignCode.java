package org.canbao.design;

import org.canbao.diag.Code;

/** Findings while a model meets its sample. */
public enum DesignCode implements Code {
    /** The sample has no column of that name. */
    UNKNOWN_COLUMN("CB0401"),
    /** A column that is not numeric stands where a number is needed. */
    NOT_A_NUMBER("CB0402"),
    /** A reference level does not occur. */
    UNKNOWN_LEVEL("CB0403"),
    /** A weight is negative or infinite. */
    BAD_WEIGHT("CB0404"),
    /** No row is left. */
    NO_ROWS("CB0405"),
    /** The treatment of a placebo stands inside an expression. */
    TREATMENT_IN_EXPRESSION("CB0406"),
    /** The treatment of a placebo is in no term. */
    TREATMENT_NOT_USED("CB0407"),
    /** The computation was asked of cell moments and needs rows. */
    NEEDS_ROWS("CB0408"),
    /** The levels of a term give more columns than a dense solution should have. */
    TOO_MANY_COLUMNS("CB0409"),
    /** A column is missing in every row. */
    NO_VALUES("CB0410");

    private final String id;

    DesignCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
