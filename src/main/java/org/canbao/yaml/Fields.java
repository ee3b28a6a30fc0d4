package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;

/**
 * The values of one mapping while it is read: every finding is collected, and {@link #failed()} tells at the end whether
 * the whole can be made.
 */
final class Fields {
    private final Place place;
    private final KeySet keys;
    private final Problems problems;
    private final Map<String, Located> values = new LinkedHashMap<>();
    private final Map<String, Located> own = new LinkedHashMap<>();
    private boolean failed;

    /**
     * The mapping's own values over defaults. Keys that are not known are reported at once.
     *
     * @param defaults values for keys that the mapping does not have; those that are not in {@code keys} are left out
     */
    Fields(Located.Mapping mapping, Map<String, Located> defaults, KeySet keys, Problems problems, Place place) {
        this.place = place;
        this.keys = keys;
        this.problems = problems;
        keys.reportUnknown(mapping, problems);
        mapping.entries().forEach(e -> own.put(e.name(), e.value()));
        defaults.forEach((key, value) -> {
            if (keys.docs().containsKey(key)) {
                values.put(key, value);
            }
        });
        values.putAll(own);
        values.values().removeIf(v -> v instanceof Located.Scalar scalar && scalar.isNull());
        failed = !keys.docs().keySet().containsAll(own.keySet());
    }

    /** The mapping's values without defaults. */
    Fields(Located.Mapping mapping, KeySet keys, Problems problems, Place place) {
        this(mapping, Map.of(), keys, problems, place);
    }

    /** Where the mapping begins, or its key. */
    Place place() {
        return place;
    }

    /** Whether any value could not be read, is missing or not known. */
    boolean failed() {
        return failed;
    }

    /** Whether the key has a value. */
    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether the mapping itself, not its defaults, has the key. */
    boolean says(String key) {
        return own.containsKey(key) && has(key);
    }

    /** The value of a key; empty if it has none, or if a finding was collected. */
    <T> Optional<T> optional(String key, Function<Located, T> reader) {
        Located node = values.get(key);
        if (node == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(reader.apply(node));
        } catch (CanbaoException e) {
            report(e);
            return Optional.empty();
        }
    }

    /** The value of a key that must be there. */
    <T> Optional<T> required(String key, Function<Located, T> reader) {
        if (!values.containsKey(key) && keys.isMeantBy(own.keySet(), key)) {
            return Optional.empty();
        }
        if (!values.containsKey(key)) {
            report(Diagnostic.error(YamlCode.MISSING_KEY, "key `" + key + "` is missing in " + keys.of())
                    .at(place)
                    .hint("`" + key + "`: " + keys.docs().get(key))
                    .toException());
            return Optional.empty();
        }
        return optional(key, reader);
    }

    /** Collects a finding about the whole. */
    void report(CanbaoException finding) {
        problems.addAll(finding);
        failed = true;
    }

    /** Collects a finding about the value of a key, or about the whole if it has none. */
    void report(String key, Diagnostic finding) {
        Located node = values.get(key);
        report(finding.at(node == null ? place : node.place()).toException());
    }
}
