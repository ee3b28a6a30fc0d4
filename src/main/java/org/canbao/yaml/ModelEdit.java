package org.canbao.yaml;

import java.util.ArrayList;
import java.util.List;
import org.canbao.spec.Term;

/**
 * What an alternative changes in a spec.
 *
 * @param keys keys that have another value
 * @param without terms that are taken out
 * @param with terms that are added
 */
record ModelEdit(List<Located.Entry> keys, List<Term> without, List<Term> with) {
    static final ModelEdit NONE = new ModelEdit(List.of(), List.of(), List.of());

    ModelEdit {
        keys = List.copyOf(keys);
        without = List.copyOf(without);
        with = List.copyOf(with);
    }

    /** Whether it changes nothing. */
    boolean isEmpty() {
        return keys.isEmpty() && without.isEmpty() && with.isEmpty();
    }

    /** Both, which change different keys. */
    ModelEdit and(ModelEdit other) {
        return new ModelEdit(joined(keys, other.keys), joined(without, other.without), joined(with, other.with));
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }
}
