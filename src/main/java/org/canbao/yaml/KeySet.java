package org.canbao.yaml;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Problems;

/**
 * The keys that a mapping may have, each with a line of documentation. The published JSON Schema has the same keys and
 * the same lines.
 *
 * @param of what the mapping is, for messages: {@code spec of model `ols`}
 * @param docs the line of each key, in the order in which they are listed
 */
record KeySet(String of, Map<String, String> docs) {
    KeySet {
        docs = Collections.unmodifiableMap(new LinkedHashMap<>(docs));
    }

    /** Keys and their lines, by turns. */
    static KeySet of(String what, String... keysAndDocs) {
        Map<String, String> docs = new LinkedHashMap<>();
        for (int i = 0; i < keysAndDocs.length; i += 2) {
            docs.put(keysAndDocs[i], keysAndDocs[i + 1]);
        }
        return new KeySet(what, docs);
    }

    /** These keys and those of another set; a key that means something else there gets both lines. */
    KeySet and(KeySet other) {
        Map<String, String> all = new LinkedHashMap<>(docs);
        other.docs.forEach((key, line) -> all.merge(key, line, KeySet::either));
        return new KeySet(of, all);
    }

    /** One line or another; a line that is there already is not said again. */
    private static String either(String lines, String line) {
        return ("; or " + lines + "; or ").contains("; or " + line + "; or ") ? lines : lines + "; or " + line;
    }

    /** The keys. */
    List<String> keys() {
        return List.copyOf(docs.keySet());
    }

    /** Reports every key of the mapping that is not among these. */
    void reportUnknown(Located.Mapping mapping, Problems problems) {
        for (Located.Entry entry : mapping.entries()) {
            if (!docs.containsKey(entry.name())) {
                problems.add(unknown(entry.key()));
            }
        }
    }

    /** Whether one of the given keys is not known and nearest to {@code key}: one slip is one message. */
    boolean isMeantBy(Collection<String> given, String key) {
        return given.stream()
                .filter(g -> !docs.containsKey(g))
                .anyMatch(g -> Nearest.to(g, docs.keySet()).stream().limit(1).anyMatch(key::equals));
    }

    private Diagnostic unknown(Located.Scalar key) {
        return Diagnostic.error(YamlCode.UNKNOWN_KEY, "unknown key `" + key.value() + "` in " + of)
                .at(key.place())
                .nearest(Nearest.to(key.value(), docs.keySet()))
                .hint("keys allowed here: " + String.join(", ", docs.keySet()));
    }
}
