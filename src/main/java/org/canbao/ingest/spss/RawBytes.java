package org.canbao.ingest.spss;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** A stretch of the file as it stands there, not yet understood. Never changes. */
final class RawBytes {
    /** No bytes. */
    static final RawBytes NONE = new RawBytes(new byte[0]);

    private final byte[] bytes;

    /** Takes over the array. */
    RawBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    /** A copy of the bytes. */
    byte[] copy() {
        return bytes.clone();
    }

    /** The bytes from the start, to be read as numbers and texts. */
    ByteBuffer read(ByteOrder order) {
        return ByteBuffer.wrap(bytes).asReadOnlyBuffer().order(order);
    }

    /** The number of 8 bytes that stands here. */
    double number(ByteOrder order) {
        return read(order).getDouble();
    }
}
