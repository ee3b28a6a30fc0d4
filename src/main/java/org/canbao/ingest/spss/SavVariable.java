package org.canbao.ingest.spss;

import org.canbao.data.ValueType;
import org.canbao.data.Variable;

/**
 * A variable of the file, and where its values stand in a case.
 *
 * @param variable what the file says of it
 * @param offset the byte of a case where its values begin
 * @param width bytes of its texts, 0 for numbers
 * @param missing the values that the file declares missing
 */
record SavVariable(Variable variable, int offset, int width, MissingValues missing) {
    /** Bytes of text in a segment, of the 256 that it takes. */
    static final int SEGMENT_TEXT = 255;

    /** Bytes that a segment takes. */
    static final int SEGMENT = 256;

    boolean isText() {
        return variable.type() == ValueType.STRING;
    }

    /** Whether the text goes over several segments. */
    boolean isVeryLong() {
        return width > SEGMENT_TEXT;
    }
}
