package org.canbao.ingest.spss;

import org.canbao.diag.Code;

/** Findings about SPSS files. */
public enum SavCode implements Code {
    /** The file is no SPSS system file. */
    NOT_SPSS("CB0230"),
    /** The file ends too early. */
    BROKEN_OFF("CB0231"),
    /** The file contradicts itself or the format. */
    CONTRADICTION("CB0232"),
    /** The file uses something that this reader does not know. */
    UNSUPPORTED("CB0233");

    private final String id;

    SavCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
