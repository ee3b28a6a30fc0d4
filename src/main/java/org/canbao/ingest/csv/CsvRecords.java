package org.canbao.ingest.csv;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Objects;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.canbao.diag.CanbaoException;
import org.jspecify.annotations.Nullable;

/** The records of a delimited file, each with as many fields as the first, the header. */
final class CsvRecords implements Closeable {
    private final CsvFaults faults;
    private final char delimiter;
    private final StrictReader source;
    private final CSVParser parser;
    private final Iterator<CSVRecord> records;
    private int line;
    private int fields;

    /**
     * Opens the file.
     *
     * @throws CanbaoException if it cannot be read
     */
    CsvRecords(Path file, Charset charset, char delimiter) {
        this.faults = new CsvFaults(file, charset);
        this.delimiter = delimiter;
        try {
            source = new StrictReader(file, charset);
            parser = CSVParser.builder()
                    .setReader(source)
                    .setFormat(CSVFormat.RFC4180
                            .builder()
                            .setDelimiter(delimiter)
                            .setIgnoreEmptyLines(false)
                            .get())
                    .get();
        } catch (IOException e) {
            throw faults.notRead(e);
        }
        records = parser.iterator();
    }

    /** The line, from 1, in which the last record began. */
    int line() {
        return line;
    }

    /**
     * The next record, {@code null} after the last.
     *
     * @throws CanbaoException if a record has another number of fields than the first, if quotes are not closed, or if
     *     bytes cannot be decoded
     */
    @Nullable
    CSVRecord next() {
        CSVRecord record = advance();
        if (record == null) {
            return null;
        }
        if (fields == 0) {
            fields = record.size();
        }
        if (record.size() == fields) {
            return record;
        }
        if (isEmptyLine(record)) {
            return onlyEmptyLinesFollow();
        }
        throw faults.ragged(line, fields, record.size(), delimiter);
    }

    private @Nullable CSVRecord onlyEmptyLinesFollow() {
        int first = line;
        for (CSVRecord record = advance(); record != null; record = advance()) {
            if (!isEmptyLine(record)) {
                throw faults.emptyLine(first, fields);
            }
        }
        return null;
    }

    private static boolean isEmptyLine(CSVRecord record) {
        return record.size() == 1 && record.get(0).isEmpty();
    }

    private @Nullable CSVRecord advance() {
        line = Math.toIntExact(Math.min(Integer.MAX_VALUE, parser.getCurrentLineNumber() + 1));
        try {
            if (!records.hasNext()) {
                return null;
            }
            CSVRecord record = records.next();
            source.recordDone();
            return record;
        } catch (UncheckedIOException e) {
            throw faults.of(Objects.requireNonNull(e.getCause()), delimiter);
        }
    }

    @Override
    public void close() {
        try {
            parser.close();
        } catch (IOException e) {
            throw faults.notRead(e);
        }
    }
}
