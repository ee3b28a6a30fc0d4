package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** How wide text is where all letters are equally wide: East Asian letters take two places, accents none. */
final class TextWidth {
    /** Where a line may end: after a space, and between two East Asian letters, not before closing punctuation. */
    private static final Pattern PIECES =
            Pattern.compile("(?<= )|(?<=\\p{IsHan}|[，。；：、）])(?![，。；：、）])(?=\\p{IsHan}|（)");

    private TextWidth() {}

    /** The places that a text takes. */
    static int of(String text) {
        return text.codePoints().map(TextWidth::of).sum();
    }

    /** The text followed by spaces up to {@code width} places. */
    static String left(String text, int width) {
        return text + " ".repeat(Math.max(0, width - of(text)));
    }

    /** The text in the middle of {@code width} places. */
    static String centred(String text, int width) {
        int free = Math.max(0, width - of(text));
        return " ".repeat(free / 2) + text + " ".repeat(free - free / 2);
    }

    /** The text in lines of at most {@code width} places, broken at spaces and between East Asian letters. */
    static List<String> wrapped(String text, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String piece : PIECES.split(text)) {
            if (of(line.toString()) + of(piece.stripTrailing()) > width && !line.isEmpty()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
            }
            line.append(piece);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    private static int of(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(c) ? 2 : 1;
    }

    /** Wide and full-width characters of Unicode Standard Annex 11, by block. */
    private static boolean isWide(int c) {
        return c >= 0x1100
                && (c <= 0x115F
                        || (c >= 0x2E80 && c <= 0xA4CF && c != 0x303F)
                        || (c >= 0xAC00 && c <= 0xD7A3)
                        || (c >= 0xF900 && c <= 0xFAFF)
                        || (c >= 0xFE30 && c <= 0xFE6F)
                        || (c >= 0xFF00 && c <= 0xFF60)
                        || (c >= 0xFFE0 && c <= 0xFFE6)
                        || (c >= 0x1F300 && c <= 0x1FAFF)
                        || (c >= 0x20000 && c <= 0x3FFFD));
    }
}
