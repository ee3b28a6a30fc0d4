package org.canbao.ingest.spss;

import java.util.ArrayList;
import java.util.List;
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
 * @param isRange whether the first two of them are the ends of a range
 * @param offset where the record stands in the file
 */
record RawVariable(
        int slot,
        int width,
        RawBytes name,
        RawBytes label,
        PrintFormat format,
        List<RawBytes> missing,
        boolean isRange,
        long offset) {
    /** Bytes of a number, and the unit of the widths of texts in a case. */
    static final int SLOT = 8;

    private static final String WHAT = "a variable record";
    private static final int CONTINUES = -1;
    private static final int LONGEST = 255;
    private static final int MOST_MISSING = 3;

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
        long offset = in.position() - Integer.BYTES;
        int width = in.int32(WHAT);
        boolean labelled = in.int32(WHAT) != 0;
        int count = in.int32(WHAT);
        PrintFormat format = PrintFormat.of(in.int32(WHAT));
        in.int32(WHAT);
        RawBytes name = in.raw(SLOT, WHAT);
        if (width < CONTINUES || width > LONGEST || Math.abs((long) count) > MOST_MISSING || count == -1) {
            throw in.faults()
                    .contradiction(offset, "a variable of width " + width + " with " + count + " missing values");
        }
        RawBytes label = labelled ? label(in) : RawBytes.NONE;
        List<RawBytes> missing = new ArrayList<>();
        for (int i = 0; i < Math.abs(count); i++) {
            missing.add(in.raw(SLOT, WHAT));
        }
        return width == CONTINUES
                ? null
                : new RawVariable(slot, width, name, label, format, missing, count < 0, offset);
    }

    private static RawBytes label(SavInput in) {
        int length = in.int32("a variable label");
        RawBytes label = in.raw(length, "a variable label");
        in.skip(-length & 3, "a variable label");
        return label;
    }
}
