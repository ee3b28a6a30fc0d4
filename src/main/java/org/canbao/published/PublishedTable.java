package org.canbao.published;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;
import org.canbao.files.Unreadable;

/**
 * A table of printed numbers: CSV in UTF-8 with a header, one row per printed number.
 *
 * @param name its name: the file's without its ending
 * @param columns the header
 * @param rows the rows, in the order of the file
 */
public record PublishedTable(String name, List<String> columns, List<PublishedRow> rows) {
    /** The ending of its file. */
    static final String SUFFIX = ".csv";

    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setTrim(true)
            .setIgnoreEmptyLines(true)
            .get();

    public PublishedTable {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /**
     * Reads a table.
     *
     * @throws CanbaoException if it cannot be read or is not CSV
     */
    public static PublishedTable read(Path file) {
        String fileName = file.getFileName().toString();
        String name = fileName.endsWith(SUFFIX) ? fileName.substring(0, fileName.length() - SUFFIX.length()) : fileName;
        try {
            return parse(name, file.toString(), text(file));
        } catch (CharacterCodingException e) {
            throw notCsv(file.toString(), "is not text in UTF-8", "save it in the encoding UTF-8");
        } catch (IOException e) {
            throw Unreadable.finding(file, e);
        }
    }

    /** Reads a table from its text. */
    public static PublishedTable parse(String name, String file, String text) {
        try (CSVParser parser = FORMAT.parse(new StringReader(text))) {
            List<PublishedRow> rows = new ArrayList<>();
            for (CSVRecord record : parser) {
                rows.add(row(name, record, Math.toIntExact(parser.getCurrentLineNumber()), file));
            }
            return new PublishedTable(name, parser.getHeaderNames(), rows);
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
            throw notCsv(file, "is not CSV: " + e.getMessage(), "expected comma-separated cells under a header");
        }
    }

    /**
     * Requires columns.
     *
     * @throws CanbaoException with one finding per column that is not there
     */
    public void require(String file, Map<String, String> needed) {
        List<Diagnostic> missing = new ArrayList<>();
        needed.forEach((column, meaning) -> {
            if (!columns.contains(column)) {
                missing.add(Diagnostic.error(PublishedCode.NO_COLUMN, "the table has no column `" + column + "`")
                        .at(Place.of(file))
                        .nearest(Nearest.to(column, columns))
                        .hint("`" + column + "`: " + meaning)
                        .hint("columns here: " + String.join(", ", columns)));
            }
        });
        if (!missing.isEmpty()) {
            throw new CanbaoException(missing);
        }
    }

    /** The names of the tables that the rows belong to: those of the column {@code table}, or the file's. */
    public Set<String> tables() {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.add(row.table()));
        return names;
    }

    private static PublishedRow row(String name, CSVRecord record, int line, String file) {
        Map<String, String> fields = new LinkedHashMap<>();
        record.toMap().forEach((column, cell) -> {
            if (cell != null && !cell.isEmpty()) {
                fields.put(column, cell);
            }
        });
        return new PublishedRow(fields.getOrDefault("table", name), fields, new Place(file, line, 0, 1, ""));
    }

    private static String text(Path file) throws IOException {
        String text = StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                .toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static CanbaoException notCsv(String file, String message, String hint) {
        return Diagnostic.error(PublishedCode.NOT_CSV, "`" + file + "` " + message)
                .at(Place.of(file))
                .hint(hint)
                .toException();
    }
}
