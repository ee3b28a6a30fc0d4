package org.canbao.ingest.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where quoting goes wrong. The parser says only that it did; this reads the text once more, by the same rules, for
 * the line in which the quote was opened.
 *
 * @param opened the line of the opening quote
 * @param closed the line in which it is closed and something follows that is no delimiter; 0 if it is never closed
 */
record QuoteFault(int opened, int closed) {

    /** The first fault in the file, if there is one. */
    static Optional<QuoteFault> find(Path file, Charset charset, char delimiter) throws IOException {
        try (LineReader in = new LineReader(file, charset)) {
            boolean fieldStart = true;
            while (in.peek() != LineReader.END) {
                int line = in.line();
                int c = in.read();
                if (c == '"' && fieldStart) {
                    Optional<QuoteFault> fault = skipQuoted(in, line, delimiter);
                    if (fault.isPresent()) {
                        return fault;
                    }
                }
                fieldStart = c == delimiter || c == '\n';
            }
        }
        return Optional.empty();
    }

    /** Reads on behind the closing quote of a field; blanks may stand between it and the delimiter. */
    private static Optional<QuoteFault> skipQuoted(LineReader in, int opened, char delimiter) throws IOException {
        for (int c = in.read(); c != LineReader.END; c = in.read()) {
            if (c == '"' && in.peek() == '"') {
                in.read();
            } else if (c == '"') {
                return afterClosing(in, opened, delimiter);
            }
        }
        return Optional.of(new QuoteFault(opened, 0));
    }

    private static Optional<QuoteFault> afterClosing(LineReader in, int opened, char delimiter) throws IOException {
        int line = in.line();
        while (in.peek() != delimiter && in.peek() != '\n' && Character.isWhitespace(in.peek())) {
            in.read();
        }
        boolean ends = in.peek() == delimiter || in.peek() == '\n' || in.peek() == LineReader.END;
        return ends ? Optional.empty() : Optional.of(new QuoteFault(opened, line));
    }
}
