package org.canbao.ingest.dta;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import org.canbao.diag.CanbaoException;

/**
 * Reads the sections around the rows: numbers in the byte order of the file, tags, and raw text, each checked against
 * the length of the file before anything is allocated. Raw text is a string whose characters are the bytes of the file
 * (ISO 8859-1): the encoding is known only when all of it has been seen.
 */
final class DtaInput {
    private static final int WINDOW = 1 << 16;

    private final FileChannel channel;
    private final DtaFindings findings;
    private final long length;
    private final ByteBuffer window = ByteBuffer.allocate(WINDOW).limit(0);
    private long windowStart;

    DtaInput(FileChannel channel, DtaFindings findings) throws IOException {
        this.channel = channel;
        this.findings = findings;
        this.length = channel.size();
    }

    void order(ByteOrder order) {
        window.order(order);
    }

    ByteOrder order() {
        return window.order();
    }

    /** The length of the file. */
    long length() {
        return length;
    }

    /** The offset of the next byte. */
    long position() {
        return windowStart + window.position();
    }

    /** Goes on at another offset. */
    void position(long offset) {
        long within = offset - windowStart;
        if (within >= 0 && within <= window.limit()) {
            window.position((int) within);
        } else {
            windowStart = offset;
            window.position(0).limit(0);
        }
    }

    /** Checks that so many more bytes are there. */
    void require(long bytes, String what) {
        if (bytes < 0 || bytes > length - position()) {
            throw findings.truncated(position(), length, "the " + what + " should follow, " + bytes + " bytes");
        }
    }

    /** Leaves bytes out. */
    void skip(long bytes, String what) {
        require(bytes, what);
        position(position() + bytes);
    }

    /** A whole number without sign of 1, 2, 4 or 8 bytes; 8 bytes must fit a {@code long}. */
    long unsigned(int bytes, String what) {
        buffer(bytes, what);
        return switch (bytes) {
            case 1 -> window.get() & 0xFFL;
            case 2 -> window.getShort() & 0xFFFFL;
            case 4 -> window.getInt() & 0xFFFF_FFFFL;
            case 8 -> {
                long value = window.getLong();
                if (value < 0) {
                    throw impossible("the " + what + " is beyond 2^63");
                }
                yield value;
            }
            default -> throw new IllegalArgumentException(bytes + " bytes");
        };
    }

    /** A whole number with sign of 4 bytes. */
    int signed(String what) {
        buffer(4, what);
        return window.getInt();
    }

    /** So many bytes as raw text. */
    String raw(int bytes, String what) {
        require(bytes, what);
        if (bytes <= WINDOW) {
            buffer(bytes, what);
            String text = new String(window.array(), window.position(), bytes, StandardCharsets.ISO_8859_1);
            window.position(window.position() + bytes);
            return text;
        }
        byte[] all = new byte[bytes];
        long start = position();
        readFully(ByteBuffer.wrap(all), start, what);
        position(start + bytes);
        return new String(all, StandardCharsets.ISO_8859_1);
    }

    /** Raw text in a field of that width, up to its first zero. */
    String field(int width, String what) {
        String all = raw(width, what);
        int zero = all.indexOf('\0');
        return zero < 0 ? all : all.substring(0, zero);
    }

    /** Takes this tag. */
    void expect(String tag) {
        long start = position();
        String found = raw(tag.length(), "tag " + tag);
        if (!found.equals(tag)) {
            throw findings.corrupt(start, "expected " + tag + ", found " + RawText.printable(found));
        }
    }

    /** Takes this tag if it comes next. */
    boolean accept(String tag) {
        if (tag.length() > length - position()) {
            return false;
        }
        long start = position();
        boolean found = raw(tag.length(), "tag " + tag).equals(tag);
        if (!found) {
            position(start);
        }
        return found;
    }

    /** The finding that the file ends before what should follow. */
    CanbaoException truncated(String expected) {
        return findings.truncated(position(), length, expected);
    }

    /** The finding that what stands just before the present offset contradicts the format. */
    CanbaoException corrupt(String problem) {
        return findings.corrupt(position(), problem);
    }

    /** The finding that a count just before the present offset cannot be. */
    CanbaoException impossible(String problem) {
        return findings.impossible(position(), problem);
    }

    private void buffer(int bytes, String what) {
        require(bytes, what);
        if (window.remaining() < bytes) {
            long start = position();
            window.position(0).limit((int) Math.min(WINDOW, length - start));
            windowStart = start;
            readFully(window, start, what);
            window.position(0);
        }
    }

    private void readFully(ByteBuffer target, long start, String what) {
        long offset = start;
        try {
            while (target.hasRemaining()) {
                int read = channel.read(target, offset);
                if (read < 0) {
                    throw findings.truncated(offset, offset, "the " + what + " should go on");
                }
                offset += read;
            }
        } catch (IOException e) {
            throw findings.notRead(e);
        }
    }
}
