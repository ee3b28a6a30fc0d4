package org.canbao.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.spec.OtherSamples;

/**
 * Samples that are like another one: they have its keys, but for those that they have themselves. Joins, derived columns and
 * filters of their own come after those of the other.
 */
final class LikeSamples {
    /** The key that names the other sample. */
    static final String KEY = "like";

    private static final Set<String> ADDED = Set.of("join", "derive", "filters");

    private final Map<String, Located.Mapping> known = new LinkedHashMap<>();

    /** With the main sample, which others may be like. */
    LikeSamples(Located main) {
        if (main instanceof Located.Mapping mapping) {
            known.put(OtherSamples.MAIN, mapping);
        }
    }

    /**
     * The sample with what it has from another one; later ones may be like it.
     *
     * @throws org.canbao.diag.CanbaoException if it is like none of the samples before it
     */
    Located.Mapping whole(String name, Located.Mapping own) {
        Located.Mapping whole = own.get(KEY).isEmpty()
                ? own
                : merged(other(Values.scalar(own.get(KEY).orElseThrow(), "the name of a sample")), own);
        known.put(name, whole);
        return whole;
    }

    private Located.Mapping other(Located.Scalar name) {
        Located.Mapping other = known.get(name.value());
        if (other == null) {
            throw Diagnostic.error(YamlCode.UNKNOWN_NAME, "there is no sample `" + name.value() + "` before this one")
                    .at(name.place())
                    .nearest(Nearest.to(name.value(), known.keySet()))
                    .hint("samples before it: " + String.join(", ", known.keySet()))
                    .toException();
        }
        return other;
    }

    private static Located.Mapping merged(Located.Mapping other, Located.Mapping own) {
        Map<String, Located.Entry> entries = new LinkedHashMap<>();
        other.entries().forEach(entry -> entries.put(entry.name(), entry));
        for (Located.Entry entry : own.entries()) {
            Located.Entry before = entries.get(entry.name());
            if (!entry.name().equals(KEY)) {
                boolean added = ADDED.contains(entry.name());
                entries.put(entry.name(), before != null && added ? added(before, entry) : entry);
            }
        }
        return new Located.Mapping(List.copyOf(entries.values()), own.place());
    }

    private static Located.Entry added(Located.Entry before, Located.Entry own) {
        Located value = own.value();
        if (before.value() instanceof Located.Mapping first && value instanceof Located.Mapping second) {
            value = new Located.Mapping(joined(first.entries(), second.entries()), second.place());
        } else if (before.value() instanceof Located.Sequence first && value instanceof Located.Sequence second) {
            value = new Located.Sequence(joined(first.items(), second.items()), second.place());
        }
        return new Located.Entry(own.key(), value);
    }

    private static <T> List<T> joined(List<T> first, List<T> second) {
        List<T> joined = new ArrayList<>(first);
        joined.addAll(second);
        return joined;
    }
}
