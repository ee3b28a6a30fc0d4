package org.canbao.ingest.dta;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.canbao.ingest.dta.DtaSections.LabelSet;

/** Reads one set of value labels; it has the same form in both layouts. */
final class LabelSetReader {
    private static final int PADDING = 3;
    private static final int COUNTS = 8;
    private static final int PER_LABEL = 8;

    private final DtaInput in;
    private final DtaRelease release;

    LabelSetReader(DtaInput in, DtaRelease release) {
        this.in = in;
        this.release = release;
    }

    /** Reads the set at the present offset. */
    LabelSet read() {
        long bytes = in.unsigned(4, "length of a set of value labels");
        String name = in.field(release.nameBytes(), "name of a set of value labels");
        in.skip(PADDING, "padding of a set of value labels");
        in.require(bytes, "value labels " + RawText.printable(name));
        long start = in.position();
        long count = in.unsigned(4, "count of value labels");
        long textBytes = in.unsigned(4, "length of the texts of value labels");
        if (COUNTS + PER_LABEL * count + textBytes > bytes || textBytes > Integer.MAX_VALUE) {
            throw in.impossible(count + " value labels with " + textBytes + " bytes of text in a table of " + bytes);
        }
        int[] offsets = integers((int) count, "offset of a value label");
        int[] values = integers((int) count, "value of a value label");
        String texts = in.raw((int) textBytes, "texts of value labels");
        Map<Integer, String> labels = labels(offsets, values, texts);
        in.position(start + bytes);
        return new LabelSet(name, labels);
    }

    private int[] integers(int count, String what) {
        int[] read = new int[count];
        for (int i = 0; i < count; i++) {
            read[i] = in.signed(what);
        }
        return read;
    }

    /** Several values may share a text; texts that overlap otherwise would grow without bound, and are an error. */
    private Map<Integer, String> labels(int[] offsets, int[] values, String texts) {
        Map<Integer, String> byOffset = new HashMap<>();
        Map<Integer, String> labels = new LinkedHashMap<>();
        long total = 0;
        for (int i = 0; i < offsets.length; i++) {
            int offset = offsets[i];
            if (offset < 0 || offset >= texts.length()) {
                throw in.corrupt("the text of value label " + values[i] + " begins outside of the table");
            }
            String text = byOffset.get(offset);
            if (text == null) {
                int end = texts.indexOf('\0', offset);
                text = texts.substring(offset, end < 0 ? texts.length() : end);
                byOffset.put(offset, text);
                total += text.length();
            }
            if (total > texts.length()) {
                throw in.corrupt("the texts of value labels overlap");
            }
            labels.put(values[i], text);
        }
        return labels;
    }
}
