package org.canbao.ingest;

import org.canbao.diag.Code;

/** Findings about text encodings. */
public enum EncodingCode implements Code {
    /** A text encoding of that name is not known. */
    UNKNOWN_ENCODING("CB0201");

    private final String id;

    EncodingCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
