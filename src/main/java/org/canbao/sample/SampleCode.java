package org.canbao.sample;

import org.canbao.diag.Code;

/** Findings about SQL expressions and the building of samples. */
public enum SampleCode implements Code {
    /** A SQL expression cannot be read. */
    SQL_SYNTAX("CB0301"),
    /** A SQL expression contains what is not allowed in one. */
    SQL_NOT_ALLOWED("CB0302"),
    /** A SQL expression calls a function that is not allowed or known. */
    SQL_FUNCTION("CB0303"),
    /** A column is not there. */
    UNKNOWN_COLUMN("CB0304"),
    /** A new column has the name of one that is there. */
    COLUMN_EXISTS("CB0305"),
    /** The keys of a joined input are not unique. */
    DUPLICATE_KEYS("CB0306"),
    /** The keys of a join have different types, or lack what the join needs. */
    KEYS_DIFFER("CB0307"),
    /** No row is left. */
    NO_ROWS("CB0308"),
    /** A condition is neither true nor false but something else, such as a number. */
    NOT_A_CONDITION("CB0309"),
    /** A SQL expression cannot be computed on these data. */
    NOT_COMPUTABLE("CB0310"),
    /** Two inputs have a column of the same name. */
    AMBIGUOUS_COLUMN("CB0311"),
    /** An input is not there. */
    INPUT_MISSING("CB0312"),
    /** A file is not the ledger of a sample. */
    NOT_A_LEDGER("CB0313"),
    /** A range of levels was asked of a column that is no number. */
    NOT_A_NUMBER("CB0314"),
    /** Some waves of an input do not have a column that the study uses. */
    ABSENT_IN_WAVE("CB0315"),
    /** A study would show counts of persons that the schema of an input hides. */
    LESS_PRIVATE("CB0316");

    private final String id;

    SampleCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
