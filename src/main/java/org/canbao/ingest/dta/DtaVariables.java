package org.canbao.ingest.dta;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.ingest.dta.DtaSections.Field;
import org.canbao.ingest.dta.DtaSections.LabelSet;

/** The variables of a file in the words of the project, once the encoding is known. */
final class DtaVariables {
    /** More labels than this, counted for each variable that uses them, are the work of a hostile file. */
    private static final long MOST_LABELS = 5_000_000;

    private final DtaSections sections;
    private final HeaderText texts;
    private final DtaFindings findings;
    private final Map<String, Labels> decoded = new HashMap<>();

    private record Labels(Map<String, String> ofValues, Map<String, String> ofMissing) {
        static final Labels NONE = new Labels(Map.of(), Map.of());
    }

    DtaVariables(DtaSections sections, HeaderText texts, DtaFindings findings) {
        this.sections = sections;
        this.texts = texts;
        this.findings = findings;
    }

    List<Variable> all() {
        List<Variable> variables = new ArrayList<>();
        long labels = 0;
        for (Field field : sections.fields()) {
            Variable variable = variable(field);
            labels += variable.valueLabels().size();
            if (labels > MOST_LABELS) {
                throw findings.impossible(
                        sections.dataOffset(), "its variables have more than " + MOST_LABELS + " value labels");
            }
            variables.add(variable);
        }
        return variables;
    }

    /** The type of the numbers of that kind, before any display format is considered. */
    static ValueType storage(DtaType.Kind kind) {
        return switch (kind) {
            case BYTE -> ValueType.INT8;
            case INT -> ValueType.INT16;
            case LONG -> ValueType.INT32;
            case FLOAT -> ValueType.FLOAT32;
            case DOUBLE -> ValueType.FLOAT64;
            case TEXT, LONG_TEXT -> ValueType.STRING;
        };
    }

    /** What the numbers of a variable mean in time, if they are days or milliseconds. */
    static Optional<StataTime> time(Field field) {
        return storage(field.type().kind()) == ValueType.STRING ? Optional.empty() : StataTime.of(field.format());
    }

    private Variable variable(Field field) {
        ValueType type =
                time(field).map(StataTime::type).orElse(storage(field.type().kind()));
        Labels labels = type == ValueType.STRING ? Labels.NONE : labels(field.labelSet());
        return new Variable(
                texts.decode(field.name()),
                type,
                texts.decode(field.label()),
                labels.ofValues,
                labels.ofMissing,
                texts.decode(field.format()));
    }

    private Labels labels(String name) {
        LabelSet set = sections.labelSets().get(name);
        return set == null ? Labels.NONE : decoded.computeIfAbsent(name, n -> decode(set));
    }

    /** Labels of {@code .a} to {@code .z} say what a missing code means; Stata allows none for {@code .} itself. */
    private Labels decode(LabelSet set) {
        Map<String, String> ofValues = new LinkedHashMap<>();
        Map<String, String> ofMissing = new LinkedHashMap<>();
        set.labels().forEach((value, raw) -> {
            String label = texts.decode(raw);
            if (value > DtaMissing.LONG) {
                ofMissing.put(DtaMissing.text(value - DtaMissing.LONG), label);
            } else {
                ofValues.put(value == DtaMissing.LONG ? "." : Integer.toString(value), label);
            }
        });
        return new Labels(ofValues, ofMissing);
    }
}
