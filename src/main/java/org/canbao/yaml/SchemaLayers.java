package org.canbao.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;

/**
 * A schema over the schema that it extends: mappings are merged key by key, everything else replaces what stood there, and
 * null takes a key away.
 */
final class SchemaLayers {
    static final String EXTENDS = "extends";

    private static final String SUFFIX = ".yaml";

    private SchemaLayers() {}

    /**
     * The whole schema.
     *
     * @param root what a file says
     * @param file the file, beside which the schema that it extends lies
     * @throws CanbaoException CB0120 if that is not there or extends this one
     */
    static Located.Mapping whole(Located.Mapping root, Path file) {
        return whole(root, file.toAbsolutePath().normalize(), new ArrayList<>());
    }

    private static Located.Mapping whole(Located.Mapping root, Path file, List<Path> above) {
        Optional<Located> named = root.get(EXTENDS);
        if (named.isEmpty()) {
            return root;
        }
        Located.Scalar name = Values.scalar(named.get(), "the name of a schema in the same folder");
        String id = Values.id(name);
        above.add(file);
        Path parent = file.resolveSibling(id + SUFFIX);
        if (above.contains(parent)) {
            throw Diagnostic.error(YamlCode.EXTENDS, "`" + id + "` extends itself")
                    .at(name.place())
                    .hint("a schema may extend one that does not lead back to it")
                    .toException();
        }
        return over(whole(load(parent, name), parent, above), root);
    }

    private static Located.Mapping load(Path file, Located.Scalar name) {
        try {
            return mapping(file, YamlLoader.text(file));
        } catch (CanbaoException e) {
            boolean absent = e.diagnostics().stream().anyMatch(d -> d.code() == YamlCode.NOT_READ);
            throw absent
                    ? Diagnostic.error(YamlCode.EXTENDS, "there is no schema `" + name.value() + "` to extend")
                            .at(name.place())
                            .hint("expected the file " + file.getFileName() + " beside this one")
                            .toException()
                    : e;
        }
    }

    /** The mapping that a file holds. */
    static Located.Mapping mapping(Path file, String text) {
        Located root = YamlLoader.load(file.toString(), text)
                .orElseThrow(() -> Diagnostic.error(YamlCode.MISSING_KEY, "the file is empty")
                        .at(Place.of(file.toString()))
                        .hint("expected a data schema: " + String.join(", ", SchemaReader.KEYS.keys()))
                        .toException());
        return Values.mapping(root, "a mapping of keys, for example `schema: my-schema`");
    }

    /** One mapping over another. */
    static Located.Mapping over(Located.Mapping below, Located.Mapping above) {
        Map<String, Located.Entry> merged = new LinkedHashMap<>();
        below.entries().forEach(e -> merged.put(e.name(), e));
        for (Located.Entry entry : above.entries()) {
            Located.Entry old = merged.get(entry.name());
            if (old != null
                    && old.value() instanceof Located.Mapping before
                    && entry.value() instanceof Located.Mapping after) {
                merged.put(entry.name(), new Located.Entry(entry.key(), over(before, after)));
            } else if (old != null && entry.value() instanceof Located.Scalar scalar && scalar.isNull()) {
                merged.remove(entry.name());
            } else {
                merged.put(entry.name(), entry);
            }
        }
        return new Located.Mapping(List.copyOf(merged.values()), above.place());
    }
}
