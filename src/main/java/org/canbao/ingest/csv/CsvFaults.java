package org.canbao.ingest.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.files.Unreadable;
import org.canbao.ingest.TextEncoding;

/** Tells what is wrong with a delimited file, in which line, and what to do. */
final class CsvFaults {
    private static final int AROUND = 4096;

    private final Path file;
    private final Charset charset;

    CsvFaults(Path file, Charset charset) {
        this.file = file;
        this.charset = charset;
    }

    /** The finding for a failure while reading. */
    CanbaoException of(IOException failure, char delimiter) {
        try {
            if (failure instanceof UndecodableException undecodable) {
                return undecodable(undecodable.offset());
            }
            return QuoteFault.find(file, charset, delimiter)
                    .map(fault -> badQuote(fault, delimiter))
                    .orElseGet(() -> notRead(failure));
        } catch (UndecodableException e) {
            return undecodable(e.offset());
        } catch (IOException e) {
            return notRead(e);
        }
    }

    /** The finding for a file that cannot be read at all. */
    CanbaoException notRead(IOException failure) {
        return Unreadable.finding(file, failure);
    }

    /** The finding for a row with another number of fields than the header. */
    CanbaoException ragged(int line, int expected, int found, char delimiter) {
        String fields = found == 1 ? "1 field" : found + " fields";
        Diagnostic finding = Diagnostic.error(
                        CsvCode.RAGGED_ROW, "line " + line + " has " + fields + ", the header has " + expected)
                .at(place(line));
        finding = found > expected
                ? finding.hint("a field that contains `" + Delimiters.name(delimiter)
                        + "` or a line break must stand in double quotes")
                : finding.hint("the line may be cut, or its fields are separated by something other than `"
                        + Delimiters.name(delimiter) + "` (see --delimiter)");
        return finding.hint("correct the file; nothing is guessed and no row is left out")
                .toException();
    }

    /** The finding for an empty line between rows. */
    CanbaoException emptyLine(int line, int expected) {
        return Diagnostic.error(
                        CsvCode.RAGGED_ROW, "line " + line + " is empty, but rows follow; the header has " + expected)
                .at(place(line))
                .hint("remove the line; empty lines are allowed at the end of the file only")
                .toException();
    }

    /** A place in this file. */
    Place place(int line) {
        return new Place(file.toString(), line, 0, 1, "");
    }

    private CanbaoException badQuote(QuoteFault fault, char delimiter) {
        if (fault.closed() == 0) {
            return Diagnostic.error(
                            CsvCode.UNCLOSED_QUOTE, "the quote opened in line " + fault.opened() + " is never closed")
                    .at(place(fault.opened()))
                    .hint("a double quote inside a quoted field must be doubled: \"\"")
                    .toException();
        }
        return Diagnostic.error(
                        CsvCode.BROKEN_QUOTE,
                        "the quote opened in line " + fault.opened()
                                + " is closed in line " + fault.closed() + ", but no `" + Delimiters.name(delimiter)
                                + "` or line break follows")
                .at(place(fault.closed()))
                .hint("a double quote inside a quoted field must be doubled: \"\"")
                .hint("if the field was to end in line " + fault.opened() + ", its closing quote is missing there")
                .toException();
    }

    private CanbaoException undecodable(long offset) {
        try {
            byte[] bytes = around(offset);
            int line = lineOfFirstUndecodable();
            Diagnostic finding = Diagnostic.error(
                            CsvCode.UNDECODABLE,
                            "the byte at offset " + offset + " (line " + line + ") is no text in " + charset.name())
                    .at(place(line));
            Charset other = TextEncoding.detect(List.of(bytes)).charset();
            Optional<String> better = !other.equals(charset) && other.equals(TextEncoding.GB18030)
                    ? Optional.of("the bytes there look like Chinese text in GB18030: try --encoding gb18030")
                    : Optional.empty();
            return finding.hint(better.orElse(
                            "say which encoding the file has, for example --encoding gb18030 or windows-1252"))
                    .toException();
        } catch (IOException e) {
            return notRead(e);
        }
    }

    /** The bytes from the start of the line (or at most {@value #AROUND} before) to {@value #AROUND} behind. */
    private byte[] around(long offset) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            long start = Math.max(0, offset - AROUND);
            in.skipNBytes(start);
            byte[] bytes = in.readNBytes(2 * AROUND);
            int from = (int) (offset - start);
            while (from > 0 && bytes[from - 1] != '\n') {
                from--;
            }
            return Arrays.copyOfRange(bytes, from, bytes.length);
        }
    }

    /** The line of the first undecodable byte: one more than the line breaks before it. */
    private int lineOfFirstUndecodable() throws IOException {
        int line = 1;
        try (StrictReader in = new StrictReader(file, charset)) {
            char[] buffer = new char[AROUND];
            char last = 0;
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                in.recordDone();
                for (int i = 0; i < read; i++) {
                    char c = buffer[i];
                    line += c == '\r' || (c == '\n' && last != '\r') ? 1 : 0;
                    last = c;
                }
            }
        } catch (UndecodableException e) {
            return line;
        }
        return line;
    }
}
