package org.canbao.ingest.dta;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** Raw text for people: the characters of ASCII as they are, every other byte as {@code \xE4}. */
final class RawText {
    private static final int SHOWN = 80;

    private RawText() {}

    static String printable(byte[] bytes, int offset, int length) {
        return printable(new String(bytes, offset, Math.min(length, SHOWN + 1), StandardCharsets.ISO_8859_1));
    }

    static String printable(String raw) {
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < Math.min(SHOWN, raw.length()); i++) {
            char c = raw.charAt(i);
            if (c >= ' ' && c < 0x7F) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "\\x%02X", (int) c));
            }
        }
        return raw.length() > SHOWN ? out.append("...").toString() : out.toString();
    }
}
