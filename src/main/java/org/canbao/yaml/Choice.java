package org.canbao.yaml;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;

/**
 * A closed set of named values.
 *
 * @param key the key whose values they are
 * @param values what each name stands for, in the order in which they are listed
 */
record Choice<T>(String key, Map<String, T> values) {
    Choice {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** Constants by their names in small letters, with hyphens for underscores. */
    @SafeVarargs
    static <E extends Enum<E>> Choice<E> ofNames(String key, E... constants) {
        Map<String, E> values = new LinkedHashMap<>();
        for (E constant : constants) {
            values.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return new Choice<>(key, values);
    }

    /** The names. */
    List<String> names() {
        return List.copyOf(values.keySet());
    }

    /** What the name stands for. */
    T read(Located node) {
        String name = Values.text(node);
        T found = values.get(name);
        if (found == null) {
            throw Diagnostic.error(YamlCode.UNKNOWN_VALUE, "unknown value `" + name + "` of `" + key + "`")
                    .at(node.place())
                    .nearest(Nearest.to(name, values.keySet()))
                    .hint("values allowed here: " + String.join(", ", values.keySet()))
                    .toException();
        }
        return found;
    }
}
