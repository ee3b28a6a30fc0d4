package org.canbao.ingest.spss;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Value labels and missing values of texts longer than 8 bytes, which have extension records of their own. */
final class LongTexts {
    private static final int MISSING_WIDTH = 8;

    private final SavText text;
    private final SavFaults faults;

    LongTexts(SavText text, SavFaults faults) {
        this.text = text;
        this.faults = faults;
    }

    /** Labels by value, by variable. */
    Map<String, Map<String, String>> labels(Extension record) {
        ByteBuffer in = record.content();
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        try {
            while (in.hasRemaining()) {
                String name = sized(in);
                in.getInt();
                Map<String, String> labels = all.computeIfAbsent(name, n -> new LinkedHashMap<>());
                for (int count = in.getInt(); count > 0; count--) {
                    String value = sized(in);
                    labels.put(value, sized(in));
                }
            }
            return all;
        } catch (BufferUnderflowException e) {
            throw faults.contradiction(record.offset() + in.position(), "value labels of long texts end too early");
        }
    }

    /** Missing values by variable. */
    Map<String, List<String>> missing(Extension record) {
        ByteBuffer in = record.content();
        Map<String, List<String>> all = new LinkedHashMap<>();
        try {
            while (in.hasRemaining()) {
                String name = sized(in);
                int count = in.get();
                List<String> values = all.computeIfAbsent(name, n -> new ArrayList<>());
                for (int i = 0; i < count; i++) {
                    values.add(missingValue(in, i == 0));
                }
            }
            return all;
        } catch (BufferUnderflowException e) {
            throw faults.contradiction(record.offset() + in.position(), "missing values of long texts end too early");
        }
    }

    /** SPSS writes the length of the values once, PSPP before each: 8 as a number is not the start of a text. */
    private String missingValue(ByteBuffer in, boolean first) {
        boolean lengthFollows = first || (in.remaining() >= Integer.BYTES && in.getInt(in.position()) == MISSING_WIDTH);
        if (lengthFollows) {
            in.getInt();
        }
        return text.label(take(in, MISSING_WIDTH));
    }

    private String sized(ByteBuffer in) {
        return text.label(take(in, in.getInt()));
    }

    private static byte[] take(ByteBuffer in, int length) {
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }
}
