package org.canbao.ingest.spss;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A variable record, before its texts can be decoded.
 *
 * @param slot where its values begin in a case, in units of 8 bytes
 * @param width bytes of its texts; 0 for numbers
 * @param name its short name
 * @param label its label
 * @param format its print format
 * @param missing its missing values, 8 bytes each
 * @param range how many of them, at the start, are the ends of a range: 0 or 2
 * @param offset where the record stands in the file
 */
record RawVariable(
        int slot,
        int width,
        byte[] name,
        byte[] label,
        PrintFormat format,
        List<byte[]> missing,
        int range,
        long offset) {
    private static final int LONGEST = 255;
    /** Bytes of a number, and the unit of the widths of texts in a case. */
    static final int SLOT = 8;

    RawVariable {
        missing = List.copyOf(missing);
    }

    /** How many slots the values take. */
    int slots() {
        return width == 0 ? 1 : (width + SLOT - 1) / SLOT;
    }

    /**
     * Reads the record behind its type; {@code null} for the records that only continue a text.
     *
     * @param slot the next free slot
     */
    static @Nullable RawVariable read(SavInput in, int slot) {
        String what = "a variable record";
        long offset = in.position() - Integer.BYTES;
        int width = in.int32(what);
        boolean labelled = in.int32(what) != 0;
        int count = in.int32(what);
        PrintFormat format = PrintFormat.of(in.int32(what));
        in.int32(what);
        byte[] name = in.bytes(SLOT, what);
        if (width < -1 || width > LONGEST || count < -3 || count > 3 || count == -1) {
            throw in.faults()
                    .contradiction(offset, "a variable of width " + width + " with " + count + " missing values");
        }
        byte[] label = labelled ? label(in) : new byte[0];
        byte[] values = in.bytes((long) SLOT * Math.abs(count), what);
        List<byte[]> missing = IntStream.range(0, Math.abs(count))
                .mapToObj(i -> Arrays.copyOfRange(values, SLOT * i, SLOT * (i + 1)))
                .toList();
        return width == -1
                ? null
                : new RawVariable(slot, width, name, label, format, missing, count < 0 ? 2 : 0, offset);
    }

    private static byte[] label(SavInput in) {
        int length = in.int32("a variable label");
        byte[] label = in.bytes(length, "a variable label");
        in.skip(-length & 3, "a variable label");
        return label;
    }
}
