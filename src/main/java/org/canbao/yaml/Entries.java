package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Problems;

/** Reads a mapping from identifiers to things of one kind: inputs, specs, tables, figures. */
final class Entries {
    private Entries() {}

    /** Reads one entry; empty if findings were collected. */
    @FunctionalInterface
    interface Reader<T> extends BiFunction<Located.Scalar, Located.Mapping, Optional<T>> {}

    /**
     * The entries that could be read, in the order of the file; findings of all others are collected.
     *
     * @param expected what one entry looks like, for messages
     */
    static <T> Map<String, T> read(Located node, String expected, Problems problems, Reader<T> reader) {
        Map<String, T> read = new LinkedHashMap<>();
        for (Located.Entry entry :
                Values.mapping(node, "a mapping of ids to " + expected).entries()) {
            try {
                String id = Values.id(entry.key());
                reader.apply(entry.key(), Values.mapping(entry.value(), expected))
                        .ifPresent(t -> read.put(id, t));
            } catch (CanbaoException e) {
                problems.addAll(e);
            }
        }
        return read;
    }
}
