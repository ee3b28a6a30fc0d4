package org.canbao.ingest.csv;

import java.io.IOException;

/** One record is longer than any real one: a quote has swallowed the rows after it. */
final class EndlessRecordException extends IOException {
    private static final long serialVersionUID = 1L;

    EndlessRecordException(long characters) {
        super("a record of more than " + characters + " characters");
    }
}
