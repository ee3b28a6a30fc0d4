package org.canbao.ingest.csv;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVRecord;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.ingest.RawDescription;
import org.canbao.ingest.RawReader;
import org.canbao.ingest.Rejects;
import org.canbao.ingest.TextEncoding.Detected;

/**
 * Reads delimited text (RFC 4180: fields in double quotes may contain delimiters, line breaks and doubled quotes) with a
 * header row.
 *
 * <p><b>Types.</b> Declared, or decided on the values: of the whole file up to 64 MB, otherwise of the first 10,000
 * rows. A column is what more than half of its values are: whole numbers ({@code INT64}, if all numbers are whole),
 * numbers ({@code FLOAT64}), {@code true}/{@code false} ({@code BOOLEAN}), {@code yyyy-MM-dd} ({@code DATE}), ISO times
 * without a zone ({@code TIMESTAMP}), otherwise text. A number with a leading zero makes the column text, and so does
 * one of more than 15 digits unless all values are whole numbers: those are identities. Numbers are written with a
 * point, without group separators and without a plus.
 *
 * <p><b>Missing.</b> The empty field and the caller's tokens in every column; {@code NA} and {@code .} in columns that
 * are not text. Blanks around a value count in text columns only.
 *
 * <p><b>Rejects.</b> A value that does not fit its column is told and becomes missing. Rows with too few or too many
 * fields, quotes that are not closed and bytes that cannot be decoded end the reading: there nothing can be known of
 * the cells behind them.
 */
public final class CsvReader implements RawReader {
    private static final long WHOLE_FILE = 64L << 20;
    private static final long SAMPLE_ROWS = 10_000;

    private final RawDescription description;
    private final List<CsvColumn> columns;
    private final CsvRecords records;
    private long row;

    private CsvReader(RawDescription description, List<CsvColumn> columns, CsvRecords records) {
        this.description = description;
        this.columns = List.copyOf(columns);
        this.records = records;
    }

    /**
     * Opens a file and finds out what is not declared.
     *
     * @throws CanbaoException if it cannot be read, is empty, has a header with empty or repeated names, lacks a
     *     declared column, or is not well-formed as far as it is looked at
     */
    public static CsvReader open(Path file, CsvOptions options) {
        try {
            Detected encoding = encoding(file, options);
            char delimiter = options.delimiter().isPresent()
                    ? options.delimiter().get()
                    : Delimiters.detect(file, encoding.charset());
            return open(file, options, encoding, delimiter);
        } catch (IOException e) {
            throw new CsvFaults(file, options.encoding().orElse(StandardCharsets.UTF_8)).of(e, ',');
        }
    }

    private static CsvReader open(Path file, CsvOptions options, Detected encoding, char delimiter) throws IOException {
        long surveyed = Files.size(file) <= WHOLE_FILE ? Long.MAX_VALUE : SAMPLE_ROWS;
        TypeSurvey survey;
        try (CsvRecords records = new CsvRecords(file, encoding.charset(), delimiter)) {
            CsvHeader header = header(records, file);
            header.require(options.types().keySet(), Place.of(file.toString()));
            survey = TypeSurvey.of(records, header, options, surveyed);
        }
        RawDescription description = new RawDescription(
                delimiter == ',' ? "CSV" : "CSV (" + Delimiters.name(delimiter) + ")",
                encoding.charset().name(),
                encoding.reason(),
                "",
                survey.rows(),
                survey.variables());
        CsvRecords records = new CsvRecords(file, encoding.charset(), delimiter);
        header(records, file);
        return new CsvReader(description, columns(survey.variables(), options), records);
    }

    private static Detected encoding(Path file, CsvOptions options) throws IOException {
        if (options.encoding().isPresent()) {
            return new Detected(options.encoding().get(), "given by the user");
        }
        // A fallback would read any bytes and turn a wrong encoding into wrong text; strict UTF-8 says where it breaks.
        Detected detected = EncodingSample.detect(file);
        return detected.isFallback() ? new Detected(StandardCharsets.UTF_8, "no other fits") : detected;
    }

    private static CsvHeader header(CsvRecords records, Path file) {
        CSVRecord first = records.next();
        if (first == null) {
            throw Diagnostic.error(CsvCode.EMPTY_FILE, "`" + file + "` is empty")
                    .at(Place.of(file.toString()))
                    .hint("expected a header row with the names of the columns, then one row per case")
                    .toException();
        }
        return CsvHeader.of(first, new Place(file.toString(), records.line(), 0, 1, ""));
    }

    private static List<CsvColumn> columns(List<Variable> variables, CsvOptions options) {
        MissingTokens missing = new MissingTokens(options.missingTokens());
        List<CsvColumn> columns = new ArrayList<>();
        for (Variable variable : variables) {
            columns.add(new CsvColumn(variable, columns.size(), missing));
        }
        return columns;
    }

    @Override
    public RawDescription description() {
        return description;
    }

    @Override
    public boolean next(ColumnBatch batch, Rejects rejects) {
        batch.clear();
        int filled = 0;
        while (filled < batch.capacity()) {
            CSVRecord record = records.next();
            if (record == null) {
                break;
            }
            row++;
            put(record, batch, filled++, rejects);
        }
        batch.rows(filled);
        return filled > 0;
    }

    private void put(CSVRecord record, ColumnBatch batch, int at, Rejects rejects) {
        for (CsvColumn column : columns) {
            String cell = record.get(column.position());
            if (!column.put(cell, batch, at)) {
                rejects.add(row, column.variable().name(), Cells.shown(cell), column.reason());
            }
        }
    }

    @Override
    public void close() {
        records.close();
    }
}
