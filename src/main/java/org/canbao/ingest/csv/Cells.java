package org.canbao.ingest.csv;

/** Small questions about the text of a cell. */
final class Cells {
    private static final int SHOWN = 40;

    private Cells() {}

    /** The text without blanks at its ends. */
    static String strip(String cell) {
        int length = cell.length();
        boolean clean = length == 0 || (cell.charAt(0) > ' ' && cell.charAt(length - 1) > ' ');
        return clean ? cell : cell.strip();
    }

    /** {@code true} or {@code false} in any case. */
    static boolean isBoolean(String cell) {
        return "true".equalsIgnoreCase(cell) || "false".equalsIgnoreCase(cell);
    }

    /** A zero followed by a digit, as in {@code 0123}: identity numbers have such, quantities do not. */
    static boolean hasLeadingZero(String cell) {
        int start = cell.startsWith("-") ? 1 : 0;
        return cell.length() > start + 1 && cell.charAt(start) == '0' && Character.isDigit(cell.charAt(start + 1));
    }

    /** The text cut to {@value #SHOWN} characters. */
    static String shown(String cell) {
        return cell.codePointCount(0, cell.length()) <= SHOWN
                ? cell
                : cell.substring(0, cell.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }
}
