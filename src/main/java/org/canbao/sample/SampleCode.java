package org.canbao.sample;

import org.canbao.diag.Code;

/** Findings about the building of a sample. */
public enum SampleCode implements Code {
    /** A study uses a column that its inputs do not have. */
    UNKNOWN_COLUMN("CB0311"),
    /** A derived column has the name of a column that is there already. */
    DERIVED_TWICE("CB0312"),
    /** Two inputs both have a column that the study uses. */
    AMBIGUOUS_COLUMN("CB0313"),
    /** A joined input has several rows with the same key. */
    DUPLICATE_KEYS("CB0314"),
    /** The keys of a join have types that do not compare. */
    KEY_TYPES("CB0315"),
    /** No row is left. */
    NO_ROWS("CB0316"),
    /** An expression failed on the data. */
    EXPRESSION_FAILED("CB0317");

    private final String id;

    SampleCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
