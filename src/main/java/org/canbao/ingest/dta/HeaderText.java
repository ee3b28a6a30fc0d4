package org.canbao.ingest.dta;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/**
 * Decodes names and labels. They describe and are no data: what is not valid becomes U+FFFD and is counted, and a
 * character that is cut at the end, as Stata does at 80 bytes, is dropped.
 */
final class HeaderText {
    private static final char REPLACEMENT = '\uFFFD';

    private final CharsetDecoder decoder;
    private int damaged;

    HeaderText(Charset charset) {
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .onUnmappableCharacter(CodingErrorAction.REPLACE)
                .replaceWith(String.valueOf(REPLACEMENT));
    }

    String decode(String raw) {
        ByteBuffer in = ByteBuffer.wrap(raw.getBytes(StandardCharsets.ISO_8859_1));
        CharBuffer out = CharBuffer.allocate((int) (in.remaining() * (double) decoder.maxCharsPerByte()) + 1);
        decoder.reset().decode(in, out, false);
        String text = out.flip().toString();
        damaged += text.indexOf(REPLACEMENT) < 0 ? 0 : 1;
        return text;
    }

    /** How many names and labels had something that is not valid. */
    int damaged() {
        return damaged;
    }
}
