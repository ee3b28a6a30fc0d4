package org.canbao.ingest.binding;

import org.canbao.diag.Code;

/** Findings about a raw file and the data schema that shall harmonise it. */
public enum BindingCode implements Code {
    /** A file has no raw variable for a harmonised one. */
    NOT_FOUND("CB0280"),
    /** A file has several raw variables for a harmonised one. */
    AMBIGUOUS("CB0281"),
    /** A raw variable has the right name and a label that says something else. */
    OTHER_LABEL("CB0282"),
    /** No value of the raw type is a value of the harmonised type. */
    NOT_CONVERTIBLE("CB0283"),
    /** A raw variable that is kept has the name of a harmonised one. */
    NAME_TAKEN("CB0284"),
    /** Values were coded by number although their labels are other ones than those of the schema. */
    UNKNOWN_LABELS("CB0285"),
    /** The files have another number of rows than the published ones. */
    OTHER_ROWS("CB0286"),
    /** The schema is that of another data set. */
    OTHER_DATASET("CB0287"),
    /** Most names of a schema are not in a file as they are. */
    OTHER_LAYOUT("CB0288"),
    /** A file lacks the name that the schema knows, and a variable with the right label stood in. */
    FOUND_BY_LABEL("CB0289");

    private final String id;

    BindingCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
