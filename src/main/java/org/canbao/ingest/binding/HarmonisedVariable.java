package org.canbao.ingest.binding;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.canbao.data.Bilingual;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.data.VariableSource;
import org.canbao.schema.SchemaVariable;

/** Describes a harmonised variable: the words of the schema, and those of the file where the schema has none. */
final class HarmonisedVariable {
    private static final String BETWEEN_LABELS = " / ";

    private final SchemaVariable wanted;
    private final Variable raw;
    private final CodeMap codes;
    private final ValueType type;

    private HarmonisedVariable(SchemaVariable wanted, Variable raw, CodeMap codes) {
        this.wanted = wanted;
        this.raw = raw;
        this.codes = codes;
        this.type = wanted.type().orElse(raw.type());
    }

    /** The variable as the store will have it. */
    static Variable of(SchemaVariable wanted, Means means, Variable raw, CodeMap codes) {
        return new HarmonisedVariable(wanted, raw, codes).variable(means);
    }

    private Variable variable(Means means) {
        VariableSource source = new VariableSource(
                List.of(new VariableSource.Bound(raw.name(), means.text())),
                wanted.confidence().text(),
                wanted.unit(),
                wanted.label(),
                wanted.codeLabels());
        boolean sameDisplay = type == raw.type() && wanted.date().isEmpty();
        return new Variable(
                wanted.name(),
                type,
                wanted.label().map(Bilingual::en).orElse(raw.label()),
                valueLabels(),
                missingCodes(),
                sameDisplay ? raw.format() : "",
                Optional.of(source));
    }

    private Map<String, String> valueLabels() {
        Map<String, String> labels = new LinkedHashMap<>();
        if (wanted.identifier()) {
            return labels;
        }
        if (!wanted.codeLabels().isEmpty()) {
            wanted.codeLabels().forEach((value, label) -> labels.put(value, label.en()));
        } else if (wanted.codes().isPresent()) {
            labelsOfTargets().forEach((value, words) -> labels.put(value, String.join(BETWEEN_LABELS, words)));
        } else if (wanted.date().isEmpty() && (raw.type() != ValueType.STRING || type == ValueType.STRING)) {
            labels.putAll(raw.valueLabels());
            labels.keySet().removeAll(codes.lines().keySet());
        }
        return labels;
    }

    /** The raw labels of everything that became a value. */
    private Map<String, List<String>> labelsOfTargets() {
        Map<String, List<String>> words = new LinkedHashMap<>();
        codes.lines()
                .values()
                .forEach(line -> line.target()
                        .filter(t -> !line.label().isBlank())
                        .ifPresent(t -> {
                            List<String> before = words.getOrDefault(t, List.of());
                            if (!before.contains(line.label())) {
                                words.put(
                                        t,
                                        Stream.concat(before.stream(), Stream.of(line.label()))
                                                .toList());
                            }
                        }));
        return words;
    }

    private Map<String, String> missingCodes() {
        Map<String, String> missing = new LinkedHashMap<>(raw.missingCodes());
        codes.lines().forEach((value, line) -> {
            if (line.target().isEmpty() && !value.isEmpty()) {
                missing.put(value, line.meaning());
            }
        });
        new TreeMap<>(codes.tags()).forEach(missing::put);
        return missing;
    }
}
