package org.canbao.yaml;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.canbao.diag.Place;

/**
 * The text of a study file by its parts, as the author wrote them: for pages that show readers what was asked. It does not
 * judge the file, which {@link StudyReader} has read before.
 */
public final class StudySource {
    private final List<String> lines;
    private final Located.Mapping root;

    private StudySource(List<String> lines, Located.Mapping root) {
        this.lines = lines;
        this.root = root;
    }

    /**
     * The parts of a file.
     *
     * @throws org.canbao.diag.CanbaoException if it is no YAML
     */
    public static StudySource of(Path file) {
        return of(YamlLoader.text(file), file.toString());
    }

    /** The parts of a text. */
    static StudySource of(String text, String fileName) {
        Located root =
                YamlLoader.load(fileName, text).orElseGet(() -> new Located.Mapping(List.of(), Place.of(fileName)));
        return new StudySource(text.lines().toList(), Values.mapping(root, "a mapping of keys"));
    }

    /** The lines of a key at the top of the file, the key's own among them; empty if the file does not have it. */
    public String part(String key) {
        return parts(root.entries(), lines.size()).getOrDefault(key, "");
    }

    /** The lines of each entry under a key at the top of the file, in their order; none if the file does not have it. */
    public Map<String, String> entries(String key) {
        if (!(root.get(key).orElse(null) instanceof Located.Mapping inside)) {
            return Map.of();
        }
        int end = lines.size();
        for (Located.Entry entry : root.entries()) {
            int line = entry.key().place().line();
            if (line > inside.place().line() && line > lastLine(inside)) {
                end = Math.min(end, line - 1);
            }
        }
        return parts(inside.entries(), end);
    }

    /** The lines of each entry under a key that itself stands under a key at the top of the file. */
    public Map<String, String> entries(String key, String inner) {
        if (!(root.get(key).orElse(null) instanceof Located.Mapping outer)
                || !(outer.get(inner).orElse(null) instanceof Located.Mapping inside)) {
            return Map.of();
        }
        int end = Stream.concat(root.entries().stream(), outer.entries().stream())
                .mapToInt(entry -> entry.key().place().line())
                .filter(line -> line > lastLine(inside))
                .map(line -> line - 1)
                .min()
                .orElse(lines.size());
        return parts(inside.entries(), end);
    }

    private static int lastLine(Located.Mapping mapping) {
        return mapping.entries().stream()
                .mapToInt(e -> e.key().place().line())
                .max()
                .orElse(mapping.place().line());
    }

    /** From the line of a key to that before the next, without the comments and blank lines that lead over to it. */
    private Map<String, String> parts(List<Located.Entry> entries, int end) {
        Map<String, String> parts = new LinkedHashMap<>();
        for (int i = 0; i < entries.size(); i++) {
            int first = entries.get(i).key().place().line();
            int last = i + 1 < entries.size()
                    ? Math.max(first, entries.get(i + 1).key().place().line() - 1)
                    : end;
            parts.put(entries.get(i).name(), text(first, last));
        }
        return parts;
    }

    private String text(int first, int last) {
        List<String> part = new ArrayList<>(lines.subList(first - 1, last));
        while (part.size() > 1 && isNoContent(part.get(part.size() - 1))) {
            part.remove(part.size() - 1);
        }
        return String.join("\n", part).stripIndent();
    }

    private static boolean isNoContent(String line) {
        return line.isBlank() || line.stripLeading().startsWith("#");
    }
}
