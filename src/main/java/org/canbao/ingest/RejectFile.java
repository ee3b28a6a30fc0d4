package org.canbao.ingest;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;
import org.canbao.files.AtomicFile;
import org.jspecify.annotations.Nullable;

/** A CSV file that is made when its first record comes, and appears under its name when it is closed. */
final class RejectFile implements AutoCloseable {
    private static final List<String> HEADER = List.of("file", "row", "column", "value", "reason");

    private final Path target;
    private final Path temporary;
    private @Nullable CSVPrinter printer;

    RejectFile(Path target) {
        this.target = target;
        this.temporary = target.resolveSibling("." + target.getFileName() + ".part");
    }

    /** Where it is when it is closed. */
    Path target() {
        return target;
    }

    void print(Reject reject) {
        try {
            open().printRecord(reject.file(), reject.row(), reject.column(), reject.value(), reject.reason());
        } catch (IOException e) {
            throw AtomicFile.notWritten(target, e);
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

    private CSVPrinter open() throws IOException {
        CSVPrinter out = printer;
        if (out == null) {
            BufferedWriter writer = Files.newBufferedWriter(temporary);
            out = CSVFormat.RFC4180.builder().setRecordSeparator('\n').get().print(writer);
            out.printRecord(HEADER);
            printer = out;
        }
        return out;
    }

    /**
     * A cell that does not fit its column.
     *
     * @param file the name of the raw file
     * @param row the row, from 1
     * @param column the name of the variable
     * @param value what stands there
     * @param reason why it does not fit
     */
    record Reject(String file, long row, String column, String value, String reason) {
        /** For people. */
        String shown() {
            return file + ", row " + row + ", `" + column + "`: `" + value + "`: " + reason;
        }
    }
}
