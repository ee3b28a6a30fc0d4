package org.canbao.ingest.spss;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.jspecify.annotations.Nullable;

/** Puts together what the records of a dictionary say of each variable, once its encoding is known. */
final class SavDictionary {
    /** Bytes by which the width of a very long text is divided into segments. */
    private static final int SEGMENT_WIDTH = 252;

    private final RawDictionary raw;
    private final SavFaults faults;
    private final SavText text;
    private final Map<String, String> longNames;
    private final Map<String, String> veryLongWidths;
    private final Map<String, Map<String, String>> longTextLabels;
    private final Map<String, List<String>> longTextMissing;

    SavDictionary(RawDictionary raw, SavText text, SavFaults faults) {
        this.raw = raw;
        this.text = text;
        this.faults = faults;
        LongTexts longTexts = new LongTexts(text, faults);
        longNames = pairs(Extension.LONG_NAMES);
        veryLongWidths = pairs(Extension.VERY_LONG_TEXTS);
        longTextLabels =
                raw.extension(Extension.LONG_TEXT_LABELS).map(longTexts::labels).orElse(Map.of());
        longTextMissing = raw.extension(Extension.LONG_TEXT_MISSING)
                .map(longTexts::missing)
                .orElse(Map.of());
    }

    /**
     * The variables in the order of the file, segments of very long texts as one.
     *
     * @throws org.canbao.diag.CanbaoException if segments are missing or two variables have the same name
     */
    List<SavVariable> variables() {
        Map<Integer, RawLabels> labelsBySlot = labelsBySlot();
        List<SavVariable> variables = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < raw.variables().size(); ) {
            RawVariable first = raw.variables().get(i);
            int width = width(first);
            SavVariable variable = variable(first, width, labelsBySlot.get(first.slot()));
            if (variable.variable().name().isEmpty()
                    || !names.add(variable.variable().name())) {
                throw faults.contradiction(
                        first.offset(),
                        "the name `" + variable.variable().name() + "` is empty or the name of two variables");
            }
            variables.add(variable);
            i += checkedSegments(i, width);
        }
        return variables;
    }

    private int width(RawVariable variable) {
        String declared = veryLongWidths.get(text.label(variable.name()));
        if (declared == null || variable.width() == 0) {
            return variable.width();
        }
        try {
            return Math.max(variable.width(), Integer.parseInt(declared.strip()));
        } catch (NumberFormatException e) {
            throw faults.contradiction(variable.offset(), "a text of width `" + declared + "`");
        }
    }

    /** How many records a text of that width has, from the one with this index on. */
    private int checkedSegments(int first, int width) {
        if (width <= SavVariable.SEGMENT_TEXT) {
            return 1;
        }
        int segments = (width + SEGMENT_WIDTH - 1) / SEGMENT_WIDTH;
        if (segments > raw.variables().size() - first) {
            throw faults.contradiction(raw.variables().get(first).offset(), "segments of a very long text are missing");
        }
        for (int s = 0; s < segments; s++) {
            RawVariable segment = raw.variables().get(first + s);
            int needed = s < segments - 1 ? SavVariable.SEGMENT_TEXT : width - s * SavVariable.SEGMENT_TEXT;
            if (segment.width() < Math.max(1, needed)) {
                throw faults.contradiction(segment.offset(), "a segment of a very long text is too short");
            }
        }
        return segments;
    }

    private SavVariable variable(RawVariable record, int width, @Nullable RawLabels shared) {
        String shortName = text.label(record.name());
        String name = longNames.getOrDefault(shortName, shortName);
        ValueType type = width > 0 ? ValueType.STRING : record.format().numericType();
        Map<String, String> labels = new LinkedHashMap<>();
        Map<Double, String> numbers = new LinkedHashMap<>();
        if (shared != null) {
            for (RawLabels.RawLabel label : shared.labels()) {
                labels.put(key(type, label.value()), text.label(label.text()));
                numbers.put(number(label.value()), key(type, label.value()));
            }
        }
        labels.putAll(longTextLabels.getOrDefault(name, Map.of()));
        MissingValues missing = missing(record, name);
        PrintFormat format = width == record.width()
                ? record.format()
                : new PrintFormat(record.format().code(), width, 0);
        Variable variable = new Variable(
                name,
                type,
                text.label(record.label()),
                labels,
                codes(type, missing, labels, numbers),
                format.toString());
        return new SavVariable(variable, record.slot() * RawVariable.SLOT, width, missing);
    }

    private MissingValues missing(RawVariable record, String name) {
        if (record.width() > 0) {
            List<String> texts = new ArrayList<>(longTextMissing.getOrDefault(name, List.of()));
            record.missing().forEach(value -> texts.add(text.label(value)));
            return new MissingValues(List.of(), List.of(), texts);
        }
        List<Double> numbers = record.missing().stream().map(this::number).toList();
        return record.range() == 0
                ? new MissingValues(numbers, List.of(), List.of())
                : new MissingValues(
                        numbers.subList(2, numbers.size()),
                        List.of(new MissingValues.Range(numbers.get(0), numbers.get(1))),
                        List.of());
    }

    /** The declared values and ranges, and the labelled values inside a range, each with its label. */
    private static Map<String, String> codes(
            ValueType type, MissingValues missing, Map<String, String> labels, Map<Double, String> labelled) {
        Map<String, String> codes = new LinkedHashMap<>();
        missing.texts().forEach(value -> codes.put(value, labels.getOrDefault(value, "")));
        for (double value : missing.numbers()) {
            String key = SavTime.key(type, value);
            codes.put(key, labels.getOrDefault(key, ""));
        }
        for (MissingValues.Range range : missing.ranges()) {
            String low = range.fromLowest() ? "LO" : SavTime.key(type, range.low());
            String high = range.toHighest() ? "HI" : SavTime.key(type, range.high());
            codes.put(low + " thru " + high, "");
            labelled.forEach((value, key) -> {
                if (range.contains(value)) {
                    codes.put(key, labels.getOrDefault(key, ""));
                }
            });
        }
        return codes;
    }

    private String key(ValueType type, byte[] value) {
        return type == ValueType.STRING ? text.label(value) : SavTime.key(type, number(value));
    }

    private double number(byte[] value) {
        return ByteBuffer.wrap(value).order(raw.header().order()).getDouble();
    }

    private Map<Integer, RawLabels> labelsBySlot() {
        Map<Integer, RawLabels> bySlot = new LinkedHashMap<>();
        for (RawLabels labels : raw.labels()) {
            labels.slots().forEach(slot -> bySlot.put(slot - 1, labels));
        }
        return bySlot;
    }

    /** {@code NAME=text}, separated by tabs; some writers end the texts with zeros. */
    private Map<String, String> pairs(int subtype) {
        Map<String, String> pairs = new LinkedHashMap<>();
        String all = raw.extension(subtype).map(e -> text.label(e.bytes())).orElse("");
        for (String pair : all.split("\t")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                pairs.put(pair.substring(0, equals), pair.substring(equals + 1).replace("\0", ""));
            }
        }
        return pairs;
    }
}
