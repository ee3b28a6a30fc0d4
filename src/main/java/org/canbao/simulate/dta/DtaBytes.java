package org.canbao.simulate.dta;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** Collects the bytes of a section, numbers in little-endian order. */
final class DtaBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final Charset charset;

    DtaBytes(Charset charset) {
        this.charset = charset;
    }

    DtaBytes number(long value, int bytes) {
        for (int i = 0; i < bytes; i++) {
            out.write((int) (value >>> (8 * i)));
        }
        return this;
    }

    DtaBytes zeros(int bytes) {
        return raw(new byte[bytes]);
    }

    DtaBytes raw(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    DtaBytes ascii(String text) {
        return raw(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Text in a field of that width, cut so that a closing zero has room. */
    DtaBytes field(String text, int width) {
        byte[] bytes = cut(text, width - 1, charset);
        return raw(bytes).zeros(width - bytes.length);
    }

    int size() {
        return out.size();
    }

    byte[] bytes() {
        return out.toByteArray();
    }

    /** The text in that encoding, without the characters that do not fit whole into so many bytes. */
    static byte[] cut(String text, int atMost, Charset charset) {
        byte[] bytes = text.getBytes(charset);
        int end = text.length();
        while (bytes.length > atMost) {
            end = text.offsetByCodePoints(end, -1);
            bytes = text.substring(0, end).getBytes(charset);
        }
        return bytes;
    }
}
