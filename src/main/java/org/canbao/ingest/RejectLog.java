package org.canbao.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.files.AtomicFile;
import org.jspecify.annotations.Nullable;

/**
 * The rejects of one ingestion: {@code <wave>.rejects.csv} beside the wave's folder, with file, row, column, value and
 * reason. It holds values of single persons and therefore never leaves the store. It appears under its name when the
 * log is closed, also after a failure; without rejects there is none.
 */
final class RejectLog implements AutoCloseable {
    /** How many more than allowed are collected before reading stops: enough to see every kind of them. */
    private static final long MORE = 1_000;

    private static final int SHOWN = 5;

    private final Path target;
    private final Path temporary;
    private final long allowed;
    private final List<String> first = new ArrayList<>();
    private @Nullable CSVPrinter printer;
    private long count;

    RejectLog(Path target, long allowed) {
        this.target = target;
        this.temporary = target.resolveSibling("." + target.getFileName() + ".part");
        this.allowed = allowed;
    }

    /** Takes the rejects of one file. */
    Rejects of(Path file) {
        String name = String.valueOf(file.getFileName());
        return (row, column, value, reason) -> add(name, row, column, value, reason);
    }

    /** How many there are. */
    long count() {
        return count;
    }

    /**
     * Ends the ingestion if there are more than allowed.
     *
     * @throws CanbaoException CB0254
     */
    void check() {
        if (count > allowed) {
            throw tooMany();
        }
    }

    @Override
    public void close() {
        try {
            if (printer != null) {
                printer.close();
                AtomicFile.move(temporary, target);
            }
        } catch (IOException e) {
            throw AtomicFile.notWritten(target, e);
        }
    }

    private void add(String file, long row, String column, String value, String reason) {
        try {
            CSVPrinter out = printer;
            if (out == null) {
                BufferedWriter writer = Files.newBufferedWriter(temporary);
                out = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get().print(writer);
                out.printRecord("file", "row", "column", "value", "reason");
                printer = out;
            }
            out.printRecord(file, row, column, value, reason);
        } catch (IOException e) {
            throw AtomicFile.notWritten(target, e);
        }
        count++;
        if (first.size() < SHOWN) {
            first.add(file + ", row " + row + ", `" + column + "`: `" + value + "`: " + reason);
        }
        if (count > allowed + MORE) {
            throw tooMany();
        }
    }

    private CanbaoException tooMany() {
        String cells = count == 1
                ? "1 cell does"
                : (count > allowed + MORE ? "more than " + (count - 1) : count) + " cells do";
        Diagnostic finding = Diagnostic.error(
                        StoreCode.TOO_MANY_REJECTS,
                        cells + " not fit " + (count == 1 ? "its" : "their") + " column, " + allowed
                                + " may; nothing entered the store")
                .at(Place.of(target.toString()));
        for (String reject : first) {
            finding = finding.hint(reject);
        }
        return finding.hint("all are in `" + target + "`, which holds values of persons: keep it where the data are")
                .hint("to make them missing and go on: `--max-rejects " + count
                        + "`; to give a column another type: `--type " + "NAME=string`")
                .toException();
    }
}
