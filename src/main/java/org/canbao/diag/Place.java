package org.canbao.diag;

/**
 * Where a finding is: a stretch of one line of a text file.
 *
 * @param file the file as the user named it
 * @param line line number from 1; 0 when only the file is known
 * @param column column number from 1, in characters; 0 when only the line is known
 * @param length how many characters are meant, at least 1
 * @param text the whole line, for the excerpt; empty when unknown
 */
public record Place(String file, int line, int column, int length, String text) {
    /** A place that is a whole file. */
    public static Place of(String file) {
        return new Place(file, 0, 0, 1, "");
    }

    /** The same line, {@code offset} characters further right. */
    public Place shifted(int offset, int newLength) {
        return column == 0 ? this : new Place(file, line, column + offset, Math.max(1, newLength), text);
    }

    /** {@code file:line:column}, as far as known. */
    @Override
    public String toString() {
        return line == 0 ? file : column == 0 ? file + ":" + line : file + ":" + line + ":" + column;
    }
}
