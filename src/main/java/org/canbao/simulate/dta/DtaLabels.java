package org.canbao.simulate.dta;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.data.Variable;
import org.canbao.ingest.dta.DtaMissing;

/** The sets of value labels of a file: variables with the same labels share one, named after the first of them. */
final class DtaLabels {
    private static final int PADDING = 3;

    private final Map<Map<Integer, String>, String> names = new LinkedHashMap<>();
    private final Map<String, String> ofVariable = new LinkedHashMap<>();

    DtaLabels(List<DtaColumn> columns) {
        for (DtaColumn column : columns) {
            Map<Integer, String> labels = labels(column.variable());
            if (!labels.isEmpty()) {
                ofVariable.put(
                        column.variable().name(),
                        names.computeIfAbsent(labels, l -> column.variable().name()));
            }
        }
    }

    /** The name of the set of a variable, empty if it has none. */
    String nameFor(Variable variable) {
        return ofVariable.getOrDefault(variable.name(), "");
    }

    /** Every set as it stands in the file, without tags. */
    List<byte[]> encoded(DtaHead head) {
        List<byte[]> sets = new ArrayList<>();
        names.forEach((labels, name) -> sets.add(encode(name, labels, head)));
        return sets;
    }

    private static byte[] encode(String name, Map<Integer, String> labels, DtaHead head) {
        DtaBytes offsets = head.section();
        DtaBytes values = head.section();
        DtaBytes texts = head.section();
        labels.forEach((value, label) -> {
            offsets.number(texts.size(), 4);
            values.number(value, 4);
            texts.raw(label.getBytes(head.charset())).zeros(1);
        });
        DtaBytes table = head.section()
                .number(labels.size(), 4)
                .number(texts.size(), 4)
                .raw(offsets.bytes())
                .raw(values.bytes())
                .raw(texts.bytes());
        return head.section()
                .number(table.size(), 4)
                .field(name, head.release().nameBytes())
                .zeros(PADDING)
                .raw(table.bytes())
                .bytes();
    }

    /** Labels of values, then meanings of missing codes; both are value labels in Stata. */
    private static Map<Integer, String> labels(Variable variable) {
        Map<Integer, String> labels = new LinkedHashMap<>();
        variable.valueLabels().forEach((value, label) -> labels.put(key(variable, value), label));
        variable.missingCodes().forEach((value, label) -> labels.put(key(variable, value), label));
        return labels;
    }

    private static int key(Variable variable, String value) {
        if (value.matches("\\.[a-z]")) {
            return DtaMissing.LONG + DtaMissing.ordinal((byte) value.charAt(1));
        }
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "Stata labels whole numbers and .a to .z, not `" + value + "` of `" + variable.name() + "`", e);
        }
    }
}
