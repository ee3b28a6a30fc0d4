package org.canbao.ingest.dta;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes the text of cells. Short text repeats (names of places, dates in words), so the last ones are kept, in a
 * table of fixed size. Not thread-safe.
 */
final class CellText {
    private static final int SLOTS = 1 << 12;
    private static final int LONGEST_KEPT = 64;

    private final CharsetDecoder decoder;
    private final byte[] @Nullable [] keptBytes = new byte[SLOTS][];
    private final String[] keptTexts = new String[SLOTS];
    private CharBuffer characters = CharBuffer.allocate(256);

    CellText(Charset charset) {
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** What bytes must be, for a reject. */
    String expectation() {
        return "not valid in " + decoder.charset().name() + "; say --encoding if the file is in another encoding";
    }

    /**
     * The text of some bytes.
     *
     * @param full whether they fill their field, so that a character that is cut at the end is dropped
     * @return null if they are not valid in the encoding
     */
    @Nullable
    String decode(byte[] bytes, int offset, int length, boolean full) {
        if (length == 0) {
            return "";
        }
        if (length > LONGEST_KEPT) {
            return decodeAnew(bytes, offset, length, full);
        }
        int hash = 0;
        for (int i = offset; i < offset + length; i++) {
            hash = 31 * hash + bytes[i];
        }
        int slot = (hash ^ hash >>> 12 ^ hash >>> 24) & (SLOTS - 1);
        byte[] kept = keptBytes[slot];
        if (kept != null && Arrays.equals(kept, 0, kept.length, bytes, offset, offset + length)) {
            return keptTexts[slot];
        }
        String text = decodeAnew(bytes, offset, length, false);
        if (text == null) {
            return full ? decodeAnew(bytes, offset, length, true) : null;
        }
        keptBytes[slot] = Arrays.copyOfRange(bytes, offset, offset + length);
        keptTexts[slot] = text;
        return text;
    }

    private @Nullable String decodeAnew(byte[] bytes, int offset, int length, boolean full) {
        int atMost = (int) (length * (double) decoder.maxCharsPerByte()) + 1;
        if (characters.capacity() < atMost) {
            characters = CharBuffer.allocate(atMost);
        }
        characters.clear();
        ByteBuffer in = ByteBuffer.wrap(bytes, offset, length);
        boolean failed = decoder.reset().decode(in, characters, !full).isError();
        return failed ? null : characters.flip().toString();
    }
}
