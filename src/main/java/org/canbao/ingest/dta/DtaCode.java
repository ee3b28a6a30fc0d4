package org.canbao.ingest.dta;

import org.canbao.diag.Code;

/** Findings about Stata files. */
public enum DtaCode implements Code {
    /** The file is not a Stata file. */
    NOT_DTA("CB0210"),
    /** The file is of a release that is not read. */
    RELEASE("CB0211"),
    /** The file ends before what it announces. */
    TRUNCATED("CB0212"),
    /** A section contradicts the format. */
    CORRUPT("CB0213"),
    /** A count cannot be true of a file of this length. */
    IMPOSSIBLE_COUNT("CB0214");

    private final String id;

    DtaCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
