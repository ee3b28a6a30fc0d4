package org.canbao.ingest;

import org.canbao.diag.Code;

/** Findings about raw files as a whole, ingestion and the store. */
public enum StoreCode implements Code {
    /** A raw file is not there or cannot be read. */
    FILE_NOT_FOUND("CB0250"),
    /** A raw file has a format that canbao does not read. */
    UNKNOWN_FORMAT("CB0251"),
    /** A name of a data set or wave has characters that a folder's name may not have everywhere. */
    BAD_NAME("CB0252"),
    /** Files of one wave have different variables. */
    DIFFERENT_VARIABLES("CB0253"),
    /** More cells did not fit their column than the user allows. */
    TOO_MANY_REJECTS("CB0254"),
    /** Variables have names that the store cannot tell apart. */
    NAMES_CLASH("CB0255"),
    /** An option was given that the format of the file has no use for. */
    OPTION_NOT_USED("CB0256"),
    /** Another process is writing the same wave. */
    BUSY("CB0257"),
    /** The store cannot be written. */
    STORE_NOT_WRITTEN("CB0258"),
    /** The store, or a codebook in it, cannot be read. */
    STORE_NOT_READ("CB0259"),
    /** A Parquet file has a column of a type that the store does not have. */
    UNSUPPORTED_TYPE("CB0260"),
    /** The key of the hashes of identifiers is too short. */
    SHORT_KEY("CB0261"),
    /** Cells that did not fit their column are missing in the store, as the user allowed. */
    REJECTS("CB0262"),
    /** Files that a schema harmonises have no rows. */
    NO_ROWS("CB0263"),

    /** Two files of a wave have the same content. */
    SAME_FILE("CB0264");

    private final String id;

    StoreCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
