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
    private static final String WHAT = "value labels";

    /**
     * A value and its label.
     *
     * @param value 8 bytes, a number or a text
     * @param text the label
     */
    record RawLabel(RawBytes value, RawBytes text) {}

    RawLabels {
        labels = List.copyOf(labels);
        slots = List.copyOf(slots);
    }

    /** Reads the two records, behind the type of the first. */
    static RawLabels read(SavInput in) {
        int count = in.int32(WHAT);
        if (count < 0) {
            throw in.faults().contradiction(in.position() - Integer.BYTES, count + " value labels");
        }
        List<RawLabel> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(label(in));
        }
        return new RawLabels(labels, slots(in));
    }

    private static RawLabel label(SavInput in) {
        RawBytes value = in.raw(RawVariable.SLOT, WHAT);
        int length = in.uint8(WHAT);
        RawBytes text = in.raw(length, WHAT);
        in.skip(-(length + 1) & (RawVariable.SLOT - 1), WHAT);
        return new RawLabel(value, text);
    }

    private static List<Integer> slots(SavInput in) {
        int type = in.int32(WHAT);
        int count = in.int32(WHAT);
        if (type != RawDictionary.LABELLED_VARIABLES || count < 0) {
            throw in.faults()
                    .contradiction(in.position() - 2 * Integer.BYTES, "value labels without the variables they label");
        }
        List<Integer> slots = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            slots.add(in.int32(WHAT));
        }
        return slots;
    }
}
