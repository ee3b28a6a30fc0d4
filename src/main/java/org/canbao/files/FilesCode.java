package org.canbao.files;

import org.canbao.diag.Code;

/** Findings about files. */
public enum FilesCode implements Code {
    /** A file could not be written. */
    NOT_WRITTEN("CB0801"),
    /** A file could not be read. */
    NOT_READ("CB0802");

    private final String id;

    FilesCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
