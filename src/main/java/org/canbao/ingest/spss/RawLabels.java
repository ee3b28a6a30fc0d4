package org.canbao.ingest.spss;

import java.util.ArrayList;
import java.util.List;

/**
 * Value labels of one or more variables, before their texts can be decoded.
 *
 * @param labels values and their labels
 * @param slots the slots (from 1) of the variables that have them
 */
record RawLabels(List<RawLabel> labels, List<Integer> slots) {
    private static final int SLOT = 8;

    /**
     * A value and its label.
     *
     * @param value 8 bytes, a number or a text
     * @param text the label
     */
    record RawLabel(byte[] value, byte[] text) {}

    RawLabels {
        labels = List.copyOf(labels);
        slots = List.copyOf(slots);
    }

    /** Reads the two records, behind the type of the first. */
    static RawLabels read(SavInput in) {
        String what = "value labels";
        int count = in.int32(what);
        if (count < 0) {
            throw in.faults().contradiction(in.position() - Integer.BYTES, count + " value labels");
        }
        List<RawLabel> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] value = in.bytes(SLOT, what);
            int length = in.bytes(1, what)[0] & 0xFF;
            byte[] text = in.bytes(length, what);
            in.skip(-(length + 1) & (SLOT - 1), what);
            labels.add(new RawLabel(value, text));
        }
        return new RawLabels(labels, slots(in, what));
    }

    private static List<Integer> slots(SavInput in, String what) {
        int type = in.int32(what);
        int count = in.int32(what);
        if (type != 4 || count < 0) {
            throw in.faults()
                    .contradiction(in.position() - 2 * Integer.BYTES, "value labels without the variables they label");
        }
        List<Integer> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slots.add(in.int32(what));
        }
        return slots;
    }
}
