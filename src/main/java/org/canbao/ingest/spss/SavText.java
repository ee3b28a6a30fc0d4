package org.canbao.ingest.spss;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Decodes the texts of a file: padded with blanks, and cut to their width without regard to characters. */
final class SavText {
    private static final char REPLACEMENT = '\uFFFD';

    private final Charset charset;
    private final CharsetDecoder decoder;
    private final boolean asciiIsAscii;

    SavText(Charset charset) {
        this.charset = charset;
        decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        asciiIsAscii = charset.canEncode() && "0".getBytes(charset).length == 1;
    }

    Charset charset() {
        return charset;
    }

    /**
     * A value without trailing blanks; {@code null} if it is no text in the encoding. A character that the end of a
     * full field cuts is left out.
     */
    @Nullable
    String value(byte[] bytes, int from, int width) {
        int length = withoutPadding(bytes, from, width);
        if (asciiIsAscii && isAscii(bytes, from, length)) {
            return new String(bytes, from, length, StandardCharsets.ISO_8859_1);
        }
        ByteBuffer in = ByteBuffer.wrap(bytes, from, length);
        CharBuffer out = CharBuffer.allocate(length + 1);
        CoderResult result = decoder.reset().decode(in, out, false);
        boolean whole = !in.hasRemaining() || length == width;
        return result.isUnderflow() && whole ? out.flip().toString() : null;
    }

    /** A name or a label without trailing blanks; what cannot be decoded becomes {@code U+FFFD}. */
    String label(RawBytes raw) {
        return label(raw.copy());
    }

    /** See {@link #label(RawBytes)}. */
    String label(byte[] bytes) {
        int length = withoutPadding(bytes, 0, bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes, 0, length);
        CharBuffer out = CharBuffer.allocate(length + 1);
        CoderResult result = decoder.reset().decode(in, out, false);
        while (result.isError()) {
            in.position(in.position() + result.length());
            out.put(REPLACEMENT);
            result = decoder.reset().decode(in, out, false);
        }
        return out.flip().toString();
    }

    private static int withoutPadding(byte[] bytes, int from, int width) {
        int length = width;
        while (length > 0 && (bytes[from + length - 1] == ' ' || bytes[from + length - 1] == 0)) {
            length--;
        }
        return length;
    }

    private static boolean isAscii(byte[] bytes, int from, int length) {
        for (int i = from; i < from + length; i++) {
            if (bytes[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
