package org.canbao.ingest.binding;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.schema.Codes;
import org.canbao.schema.SchemaVariable;

/**
 * The codes of a schema, applied to one raw variable: each raw value that has one, by its label first, then by itself.
 * Texts are compared without regard to blanks around them and to full-width forms (Unicode NFKC).
 *
 * @param lines what raw values become, by raw value as text, in the order of the schema
 * @param tags meanings of Stata's extended missing values, {@code .a} to {@code .z}
 * @param unused keys of the schema that are neither a label of the raw variable nor can be a value of it
 * @param others what happens to values without a code
 */
public record CodeMap(Map<String, Line> lines, Map<String, String> tags, List<String> unused, Others others) {
    private static final Pattern TAG = Pattern.compile("\\.[a-z]");

    public CodeMap {
        lines = Collections.unmodifiableMap(new LinkedHashMap<>(lines));
        tags = Collections.unmodifiableMap(new LinkedHashMap<>(tags));
        unused = List.copyOf(unused);
    }

    /** What happens to values without a code. */
    public enum Others {
        /** They are kept. */
        KEEP,
        /** They become rejects. */
        REJECT
    }

    /**
     * What one raw value becomes.
     *
     * @param label its label in the file, empty if it has none
     * @param byLabel whether its label was the key, and not itself
     * @param target the harmonised value as text; empty if it is missing
     * @param meaning what it means, if it is missing; empty if nobody says
     */
    public record Line(String label, boolean byLabel, Optional<String> target, String meaning) {}

    /** Whether there is nothing to do. */
    public boolean isEmpty() {
        return lines.isEmpty() && others == Others.KEEP;
    }

    /**
     * A raw value that was coded by itself although the file labels it in words that the schema does not have.
     *
     * @param value the value
     * @param label its label in the file
     * @param target what it became; empty if it is missing
     */
    public record Spite(String value, String label, Optional<String> target) {}

    /** Raw values that were coded by themselves in spite of their labels, where other values were coded by theirs. */
    public List<Spite> byValueInSpiteOfLabel() {
        boolean anyByLabel = lines.values().stream().anyMatch(Line::byLabel);
        return lines.entrySet().stream()
                .filter(e -> anyByLabel
                        && !e.getValue().byLabel()
                        && !e.getValue().label().isEmpty())
                .map(e ->
                        new Spite(e.getKey(), e.getValue().label(), e.getValue().target()))
                .toList();
    }

    /** The codes of a schema variable for a raw one. */
    static CodeMap of(SchemaVariable wanted, Variable raw) {
        return new Builder(wanted, raw).build();
    }

    /** A text as texts are compared. */
    static String comparable(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC).strip();
    }

    private static final class Builder {
        private final SchemaVariable wanted;
        private final Variable raw;
        private final Map<String, Line> lines = new LinkedHashMap<>();
        private final Map<String, String> tags = new LinkedHashMap<>();
        private final Set<String> used = new HashSet<>();

        Builder(SchemaVariable wanted, Variable raw) {
            this.wanted = wanted;
            this.raw = raw;
        }

        CodeMap build() {
            List<String> keys = new ArrayList<>(
                    wanted.codes().map(c -> List.copyOf(c.targets().keySet())).orElse(List.of()));
            keys.addAll(wanted.missing().keySet());
            keys.forEach(this::byLabel);
            keys.stream().filter(k -> !used.contains(k)).forEach(this::byValue);
            List<String> unused = keys.stream().filter(k -> !used.contains(k)).toList();
            boolean reject = wanted.codes().isPresent() && !wanted.codes().get().keepOthers();
            return new CodeMap(lines, tags, unused, reject ? Others.REJECT : Others.KEEP);
        }

        private void byLabel(String key) {
            String text = comparable(key);
            raw.valueLabels().forEach((value, label) -> {
                if (!label.isBlank() && comparable(label).equals(text)) {
                    if (TAG.matcher(value).matches() && raw.type() != ValueType.STRING) {
                        tags.putIfAbsent(value, meaning(key, label));
                    } else {
                        lines.putIfAbsent(value, line(key, label, true));
                    }
                    used.add(key);
                }
            });
        }

        private void byValue(String key) {
            if (raw.type() == ValueType.STRING) {
                lines.putIfAbsent(comparable(key), line(key, raw.valueLabels().getOrDefault(key, ""), false));
                used.add(key);
                return;
            }
            if (TAG.matcher(key).matches() && wanted.missing().containsKey(key)) {
                tags.putIfAbsent(key, meaning(key, raw.valueLabels().getOrDefault(key, "")));
                used.add(key);
                return;
            }
            RawValues.canonical(raw.type(), key).ifPresent(value -> {
                lines.putIfAbsent(value, line(key, raw.valueLabels().getOrDefault(value, ""), false));
                used.add(key);
            });
        }

        private Line line(String key, String label, boolean byLabel) {
            Optional<String> target = wanted.codes().map(Codes::targets).map(t -> t.get(key));
            return new Line(label, byLabel, target, target.isPresent() ? "" : meaning(key, label));
        }

        private String meaning(String key, String label) {
            String said = wanted.missing().containsKey(key)
                    ? wanted.missing().get(key).en()
                    : "";
            return said.isEmpty() ? label : said;
        }
    }
}
