package org.canbao.ingest.csv;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The text of a file. Unlike {@link java.io.InputStreamReader}, it never replaces what it cannot decode but says at
 * which byte it stands; and it refuses to go on and on without {@link #recordDone()}, so that a quote that nobody
 * closes cannot fill the memory. A leading byte order mark is left out.
 */
final class StrictReader extends Reader {
    /** No record of a survey or of claims comes near this. */
    static final long LONGEST_RECORD = 1L << 24;

    private static final int BUFFER = 1 << 16;
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final InputStream in;
    private final CharsetDecoder decoder;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER).limit(0);
    private long offset;
    private long sinceRecord;
    private boolean atStart = true;
    private boolean ended;

    StrictReader(Path file, Charset charset) throws IOException {
        in = Files.newInputStream(file);
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Says that a record was complete; the next may be as long again. */
    void recordDone() {
        sinceRecord = 0;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (sinceRecord > LONGEST_RECORD) {
            throw new EndlessRecordException(LONGEST_RECORD);
        }
        CharBuffer out = CharBuffer.wrap(target, from, length).slice();
        while (true) {
            CoderResult result = decoder.decode(bytes, out, ended);
            if (atStart && out.position() > 0) {
                dropByteOrderMark(out);
            }
            if (out.position() > 0) {
                sinceRecord += out.position();
                return out.position();
            }
            if (result.isError()) {
                throw new UndecodableException(offset + bytes.position());
            }
            if (ended && result.isUnderflow()) {
                return -1;
            }
            fill();
        }
    }

    private void dropByteOrderMark(CharBuffer out) {
        atStart = false;
        if (out.get(0) == BYTE_ORDER_MARK) {
            out.flip().get();
            out.compact();
        }
    }

    private void fill() throws IOException {
        offset += bytes.position();
        bytes.compact();
        int read = in.read(bytes.array(), bytes.position(), bytes.remaining());
        ended = read < 0;
        bytes.position(bytes.position() + Math.max(read, 0));
        bytes.flip();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
