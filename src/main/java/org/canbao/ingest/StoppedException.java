package org.canbao.ingest;

/** A part ends before its last row, because a part before it failed or because there are too many rejects. */
final class StoppedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoppedException() {
        super("stopped", null, false, false);
    }
}
