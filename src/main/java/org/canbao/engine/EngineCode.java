package org.canbao.engine;

import org.canbao.diag.Code;

/** Findings about the engine. */
public enum EngineCode implements Code {
    /** The engine did not start. */
    NOT_STARTED("CB0901"),
    /** A query of canbao's own failed. */
    QUERY_FAILED("CB0902"),
    /** The engine was out of memory. */
    OUT_OF_MEMORY("CB0903"),
    /** The engine could not read or write a file. */
    NOT_WRITTEN("CB0904"),
    /** The disk was full. */
    DISK_FULL("CB0905"),
    /** No permission to read or write a file. */
    NO_PERMISSION("CB0906"),
    /** The user, or the system, stopped it. */
    INTERRUPTED("CB0907"),
    /** A file is not there, or lies outside the folder in which it should be. */
    OUTSIDE("CB0908"),
    /** The engine's access to files could not be taken away. */
    NOT_LOCKED("CB0909");

    private final String id;

    EngineCode(String id) {
        this.id = id;
    }

    @Override
    public String id() {
        return id;
    }
}
