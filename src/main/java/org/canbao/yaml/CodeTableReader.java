package org.canbao.yaml;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Problems;

/** Reads {@code codes_from}: raw values and what they become, from two columns of a CSV file in UTF-8. */
final class CodeTableReader {
    static final KeySet KEYS = KeySet.of(
            "`codes_from`",
            "file",
            "a CSV file beside the schema",
            "key",
            "its column of raw values or their labels",
            "value",
            "its column of harmonised values; lines without one are left out");

    private CodeTableReader() {}

    /**
     * The codes of a table.
     *
     * @throws CanbaoException CB0121 if the file or a column is not there, or a raw value would become two
     */
    static Map<String, String> read(Located node) {
        Located.Mapping mapping = Values.mapping(node, "a table {file: …, key: …, value: …}");
        Problems problems = new Problems();
        Fields fields = new Fields(mapping, KEYS, problems, mapping.place());
        Optional<String> file = fields.required("file", Values::text);
        Optional<String> key = fields.required("key", Values::text);
        Optional<String> value = fields.required("value", Values::text);
        problems.throwIfErrors();
        return codes(mapping, file.orElseThrow(), key.orElseThrow(), value.orElseThrow());
    }

    private static Map<String, String> codes(Located.Mapping at, String name, String key, String value) {
        Path file = Path.of(at.place().file()).resolveSibling(name);
        try (CSVParser parser = CSVParser.parse(
                new StringReader(YamlLoader.text(file)),
                CSVFormat.DEFAULT
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .setCommentMarker('#')
                        .get())) {
            List<String> header = parser.getHeaderNames();
            for (String column : List.of(key, value)) {
                if (!header.contains(column)) {
                    throw wrong(at, "`" + name + "` has no column `" + column + "`")
                            .nearest(Nearest.to(column, header))
                            .hint("its columns: " + String.join(", ", header))
                            .toException();
                }
            }
            Map<String, String> codes = new LinkedHashMap<>();
            for (CSVRecord line : parser) {
                String target = line.get(value);
                String before = target.isEmpty() ? null : codes.putIfAbsent(line.get(key), target);
                if (before != null && !before.equals(target)) {
                    throw wrong(at, "`" + line.get(key) + "` becomes both " + before + " and " + target)
                            .hint("line " + parser.getCurrentLineNumber() + " of " + name)
                            .toException();
                }
            }
            return codes;
        } catch (IOException | IllegalArgumentException e) {
            throw wrong(at, "`" + name + "` is no CSV file: " + e.getMessage()).toException();
        }
    }

    private static Diagnostic wrong(Located.Mapping at, String what) {
        return Diagnostic.error(YamlCode.CODE_TABLE, what).at(at.place());
    }
}
