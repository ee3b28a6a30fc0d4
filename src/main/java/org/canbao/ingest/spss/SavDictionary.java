package org.canbao.ingest.spss;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;

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
    private final Map<Integer, List<RawLabels.RawLabel>> labelsBySlot;

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
        labelsBySlot = new HashMap<>();
        for (RawLabels labels : raw.labels()) {
            labels.slots().forEach(slot -> labelsBySlot.put(slot - 1, labels.labels()));
        }
    }

    /**
     * The variables in the order of the file, segments of very long texts as one.
     *
     * @throws org.canbao.diag.CanbaoException if segments are missing or two variables have the same name
     */
    List<SavVariable> variables() {
        List<SavVariable> variables = new ArrayList<>();
        Set<String> names = new HashSet<>();
        for (int i = 0; i < raw.variables().size(); ) {
            RawVariable first = raw.variables().get(i);
            int width = width(first);
            SavVariable variable = variable(first, width);
            String name = variable.variable().name();
            if (name.isEmpty() || !names.add(name)) {
                throw faults.contradiction(
                        first.offset(), "the name `" + name + "` is empty or the name of two variables");
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
        int segments = (width - 1) / SEGMENT_WIDTH + 1;
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

    private SavVariable variable(RawVariable record, int width) {
        String shortName = text.label(record.name());
        String name = longNames.getOrDefault(shortName, shortName);
        ValueType type = width > 0 ? ValueType.STRING : record.format().numericType();
        Map<String, String> labels = labels(record, type);
        labels.putAll(longTextLabels.getOrDefault(name, longTextLabels.getOrDefault(shortName, Map.of())));
        MissingValues missing = missing(record, name);
        Variable variable = new Variable(
                name,
                type,
                text.label(record.label()),
                labels,
                missing.codes(type, labels, labelledNumbers(record, type)),
                record.format().widened(width).toString());
        return new SavVariable(variable, record.slot() * RawVariable.SLOT, width, missing);
    }

    private Map<String, String> labels(RawVariable record, ValueType type) {
        Map<String, String> labels = new LinkedHashMap<>();
        for (RawLabels.RawLabel label : labelsBySlot.getOrDefault(record.slot(), List.of())) {
            String key =
                    type == ValueType.STRING ? text.label(label.value()) : SavTime.key(type, number(label.value()));
            labels.put(key, text.label(label.text()));
        }
        return labels;
    }

    private List<Double> labelledNumbers(RawVariable record, ValueType type) {
        return type == ValueType.STRING
                ? List.of()
                : labelsBySlot.getOrDefault(record.slot(), List.of()).stream()
                        .map(label -> number(label.value()))
                        .toList();
    }

    private MissingValues missing(RawVariable record, String name) {
        if (record.width() > 0) {
            List<String> texts = new ArrayList<>(longTextMissing.getOrDefault(name, List.of()));
            record.missing().forEach(value -> texts.add(text.label(value)));
            return MissingValues.ofTexts(texts);
        }
        List<Double> numbers = record.missing().stream().map(this::number).toList();
        return record.isRange() ? MissingValues.ofRange(numbers) : MissingValues.ofNumbers(numbers);
    }

    private double number(RawBytes value) {
        return value.number(raw.header().order());
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
