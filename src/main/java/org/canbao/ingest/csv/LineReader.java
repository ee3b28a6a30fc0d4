package org.canbao.ingest.csv;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Path;

/** The characters of a text one by one, with line numbers; every kind of line break comes as {@code '\n'}. */
final class LineReader implements Closeable {
    /** After the last character. */
    static final int END = -1;

    private final StrictReader source;
    private final BufferedReader in;
    private int line = 1;
    private int next;

    LineReader(Path file, Charset charset) throws IOException {
        source = new StrictReader(file, charset);
        in = new BufferedReader(source);
        next = in.read();
    }

    /** The line, from 1, of the character that comes next. */
    int line() {
        return line;
    }

    /** The character that comes next, without taking it. */
    int peek() {
        return next == '\r' ? '\n' : next;
    }

    /** Takes one character. */
    int read() throws IOException {
        int c = next;
        if (c == END) {
            return END;
        }
        source.recordDone();
        next = in.read();
        if (c == '\r' && next == '\n') {
            next = in.read();
        }
        if (c == '\r' || c == '\n') {
            line++;
            return '\n';
        }
        return c;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
