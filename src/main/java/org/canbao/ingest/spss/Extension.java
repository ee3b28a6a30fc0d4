package org.canbao.ingest.spss;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Optional;
import java.util.Set;

/**
 * An extension record of the dictionary.
 *
 * @param subtype what it holds
 * @param offset where its content begins in the file
 * @param bytes its content
 * @param order the byte order of numbers in it
 */
record Extension(int subtype, long offset, RawBytes bytes, ByteOrder order) {
    /** Machine and character code. */
    static final int MACHINE = 3;
    /** Names longer than 8 bytes. */
    static final int LONG_NAMES = 13;
    /** Texts longer than 255 bytes. */
    static final int VERY_LONG_TEXTS = 14;
    /** The number of cases in 64 bits. */
    static final int CASES = 16;
    /** The name of the encoding. */
    static final int ENCODING = 20;
    /** Value labels of texts longer than 8 bytes. */
    static final int LONG_TEXT_LABELS = 21;
    /** Missing values of texts longer than 8 bytes. */
    static final int LONG_TEXT_MISSING = 22;

    private static final Set<Integer> UNDERSTOOD =
            Set.of(MACHINE, LONG_NAMES, VERY_LONG_TEXTS, CASES, ENCODING, LONG_TEXT_LABELS, LONG_TEXT_MISSING);

    /** Reads a record behind its type; empty if it is of no use here. */
    static Optional<Extension> read(SavInput in) {
        String what = "an extension record";
        int subtype = in.int32(what);
        int size = in.int32(what);
        int count = in.int32(what);
        if (size < 0 || count < 0) {
            throw in.faults()
                    .contradiction(in.position() - 2 * Integer.BYTES, count + " elements of " + size + " bytes");
        }
        long bytes = (long) size * count;
        if (!UNDERSTOOD.contains(subtype)) {
            in.skip(bytes, what);
            return Optional.empty();
        }
        long offset = in.position();
        return Optional.of(new Extension(subtype, offset, in.raw(bytes, what), in.order()));
    }

    /** Its content, to be read from the start. */
    ByteBuffer content() {
        return bytes.read(order);
    }
}
