package org.canbao.ingest.csv;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** Finds the delimiter of a file. */
final class Delimiters {
    private static final String CANDIDATES = ",;\t";

    private Delimiters() {}

    /** Whichever of comma, semicolon and tab the header has most of, outside quotes; comma if it has none. */
    static char detect(Path file, Charset charset) throws IOException {
        int[] counts = new int[CANDIDATES.length()];
        try (LineReader in = new LineReader(file, charset)) {
            boolean quoted = false;
            for (int c = in.read(); c != LineReader.END && (quoted || c != '\n'); c = in.read()) {
                int candidate = CANDIDATES.indexOf(c);
                if (c == '"') {
                    quoted = !quoted;
                } else if (!quoted && candidate >= 0) {
                    counts[candidate]++;
                }
            }
        }
        int best = 0;
        for (int i = 1; i < counts.length; i++) {
            best = counts[i] > counts[best] ? i : best;
        }
        return CANDIDATES.charAt(best);
    }

    /** The delimiter in words or as itself. */
    static String name(char delimiter) {
        return delimiter == '\t' ? "tab" : String.valueOf(delimiter);
    }
}
