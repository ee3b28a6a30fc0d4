package org.canbao.ingest.spss;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/**
 * The dictionary as it stands in the file, before its texts can be decoded: what encoding they have is said at its end.
 *
 * @param header the file header
 * @param variables the variables, segments of very long texts one by one
 * @param labels the value labels
 * @param extensions the extension records that this reader understands, by subtype
 * @param slots slots (of 8 bytes) of a case
 * @param dataStart where the cases begin
 */
record RawDictionary(
        SavHeader header,
        List<RawVariable> variables,
        List<RawLabels> labels,
        Map<Integer, Extension> extensions,
        int slots,
        long dataStart) {
    /** 32 MB a case: more than 100,000 texts of full width. A damaged file could claim more and take all memory. */
    private static final int MOST_SLOTS = 1 << 22;

    private static final int VARIABLE = 2;
    private static final int VALUE_LABELS = 3;
    /** The second of two records with value labels. */
    static final int LABELLED_VARIABLES = 4;

    private static final int DOCUMENT = 6;
    private static final int EXTENSION = 7;
    private static final int END = 999;
    private static final int DOCUMENT_LINE = 80;

    RawDictionary {
        variables = List.copyOf(variables);
        labels = List.copyOf(labels);
        extensions = Map.copyOf(extensions);
    }

    /** Bytes of a case. */
    int rowBytes() {
        return slots * RawVariable.SLOT;
    }

    /** The number of cases, if the file says. */
    OptionalLong rows() {
        if (header.rows() >= 0) {
            return OptionalLong.of(header.rows());
        }
        return extension(Extension.CASES)
                .filter(record -> record.bytes().length() >= 2 * Long.BYTES)
                .map(record -> record.content().getLong(Long.BYTES))
                .filter(rows -> rows >= 0)
                .map(OptionalLong::of)
                .orElse(OptionalLong.empty());
    }

    /** The content of an extension record, if the file has it. */
    Optional<Extension> extension(int subtype) {
        return Optional.ofNullable(extensions.get(subtype));
    }

    /** Reads everything up to the cases. */
    static RawDictionary read(SavInput in) {
        SavHeader header = SavHeader.read(in);
        List<RawVariable> variables = new ArrayList<>();
        List<RawLabels> labels = new ArrayList<>();
        Map<Integer, Extension> extensions = new TreeMap<>();
        int slots = 0;
        while (true) {
            int type = in.int32("the dictionary");
            switch (type) {
                case VARIABLE -> {
                    readVariable(in, slots, variables);
                    slots++;
                    if (slots > MOST_SLOTS) {
                        throw in.faults().contradiction(in.position(), "more than " + MOST_SLOTS + " variables");
                    }
                }
                case VALUE_LABELS -> labels.add(RawLabels.read(in));
                case DOCUMENT -> in.skip((long) DOCUMENT_LINE * in.int32("a document"), "a document");
                case EXTENSION -> Extension.read(in).ifPresent(e -> extensions.putIfAbsent(e.subtype(), e));
                case END -> {
                    in.int32("the dictionary");
                    checkLast(in, variables, slots);
                    RawDictionary read = new RawDictionary(header, variables, labels, extensions, slots, in.position());
                    read.checkLength(in);
                    return read;
                }
                default ->
                    throw in.faults()
                            .contradiction(in.position() - Integer.BYTES, "a dictionary record of type " + type);
            }
        }
    }

    /** Uncompressed cases that the file says it has must fit into it. */
    private void checkLength(SavInput in) {
        long present = in.remaining() / rowBytes();
        long claimed = rows().orElse(present);
        if (header.compression() == SavHeader.Compression.NONE && claimed > present) {
            throw in.faults().brokenOff(in.size(), "case " + (present + 1) + " of " + claimed);
        }
    }

    private static void readVariable(SavInput in, int slot, List<RawVariable> variables) {
        RawVariable variable = RawVariable.read(in, slot);
        int due = dueAfter(variables);
        if (variable == null) {
            if (slot >= due) {
                throw in.faults().contradiction(in.position(), "a text goes on that has not begun");
            }
            return;
        }
        if (slot < due) {
            throw in.faults().contradiction(variable.offset(), "a text is shorter than its width");
        }
        variables.add(variable);
    }

    private static void checkLast(SavInput in, List<RawVariable> variables, int slots) {
        if (slots < dueAfter(variables)) {
            throw in.faults().contradiction(in.position(), "the last text is shorter than its width");
        }
        if (variables.isEmpty()) {
            throw in.faults().contradiction(in.position(), "there are no variables");
        }
    }

    /** The first slot behind the last variable. */
    private static int dueAfter(List<RawVariable> variables) {
        if (variables.isEmpty()) {
            return 0;
        }
        RawVariable last = variables.get(variables.size() - 1);
        return last.slot() + last.slots();
    }
}
