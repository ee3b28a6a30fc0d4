package org.canbao.ingest.csv;

import java.io.IOException;

/** Bytes that are no text in the encoding, at an offset of the file. */
final class UndecodableException extends IOException {
    private static final long serialVersionUID = 1L;

    private final long offset;

    UndecodableException(long offset) {
        super("undecodable byte at offset " + offset);
        this.offset = offset;
    }

    /** Offset of the first of these bytes, from 0. */
    long offset() {
        return offset;
    }
}
