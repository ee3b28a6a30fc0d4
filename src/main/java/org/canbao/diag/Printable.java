package org.canbao.diag;

/**
 * Texts as they may be shown. A label, a file name or a line of somebody's file can hold characters that move the cursor
 * of a terminal, change its title or turn the direction of writing, and so show something else than what is there.
 */
public final class Printable {
    private static final int PICTURES = 0x2400;
    private static final int DELETE = 0x7F;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int REPLACEMENT = 0xFFFD;

    private Printable() {}

    /**
     * The text with a visible sign in place of each hidden character: one for one, so that places in a line stay where
     * they are. Line breaks and tabs stay.
     */
    public static String of(String text) {
        if (text.codePoints().noneMatch(Printable::isHidden)) {
            return text;
        }
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().map(c -> isHidden(c) ? sign(c) : c).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    /** The text without its hidden characters, for documents. */
    public static String without(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints().filter(c -> !isHidden(c)).forEach(kept::appendCodePoint);
        return kept.toString();
    }

    /** Whether a character controls how others are shown: control characters but line feed and tab, and directions. */
    public static boolean isHidden(int codePoint) {
        return (Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t')
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static int sign(int codePoint) {
        if (codePoint < ' ') {
            return PICTURES + codePoint;
        }
        return codePoint == DELETE ? DELETE_PICTURE : REPLACEMENT;
    }
}
