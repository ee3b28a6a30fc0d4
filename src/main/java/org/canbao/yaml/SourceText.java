package org.canbao.yaml;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.canbao.diag.Place;

/**
 * The text of a file by code points, which is how YAML counts columns and how {@link Place} does.
 *
 * <p>{@code @} and backquotes may not begin a plain scalar in YAML 1.2, but lists are inserted as {@code @name} and odd
 * column names are written in backquotes. Both characters have no other meaning in YAML, so the parser is given
 * private-use characters in their place, one for one, and the values are translated back.
 */
final class SourceText {
    private static final int PRIVATE_USE = 0xE000;

    private final String file;
    private final int[] points;
    private final int[] lineStarts;
    private final int at;
    private final int backquote;

    SourceText(String file, String text) {
        this.file = file;
        String withoutMark = text.startsWith("\uFEFF") ? text.substring(1) : text;
        this.points = withoutMark.codePoints().toArray();
        this.lineStarts = lineStarts(points);
        this.at = unusedFrom(withoutMark, PRIVATE_USE);
        this.backquote = unusedFrom(withoutMark, at + 1);
    }

    private static int unusedFrom(String text, int first) {
        int candidate = first;
        while (text.indexOf(candidate) >= 0) {
            candidate++;
        }
        return candidate;
    }

    private static int[] lineStarts(int[] points) {
        IntStream.Builder starts = IntStream.builder().add(0);
        for (int i = 0; i < points.length; i++) {
            boolean carriageReturnAlone = points[i] == '\r' && (i + 1 == points.length || points[i + 1] != '\n');
            if (points[i] == '\n' || carriageReturnAlone) {
                starts.add(i + 1);
            }
        }
        return starts.build().toArray();
    }

    /** The text for the YAML parser. */
    String forParser() {
        StringBuilder out = new StringBuilder(points.length);
        for (int point : points) {
            out.appendCodePoint(point == '@' ? at : point == '`' ? backquote : point);
        }
        return out.toString();
    }

    /** A value that the YAML parser returned, as the user wrote it. */
    String fromParser(String value) {
        return value.replace(Character.toString(at), "@").replace(Character.toString(backquote), "`");
    }

    String file() {
        return file;
    }

    int length() {
        return points.length;
    }

    int point(int offset) {
        return points[offset];
    }

    /** The offset of a line and column, both from 0. */
    int offset(int line, int column) {
        return line < lineStarts.length ? Math.min(lineStarts[line] + column, points.length) : points.length;
    }

    /** The first offset of the next line, or the end. */
    int nextLine(int offset) {
        int line = lineOf(offset);
        return line + 1 < lineStarts.length ? lineStarts[line + 1] : points.length;
    }

    /** The place of a stretch; it ends with its line at the latest. */
    Place place(int offset, int length) {
        int line = lineOf(offset);
        String text = lineText(line);
        int column = offset - lineStarts[line];
        int rest = text.codePointCount(0, text.length()) - column;
        return new Place(file, line + 1, column + 1, Math.max(1, Math.min(length, rest)), text);
    }

    /** The place of a whole line. */
    Place linePlace(int offset) {
        int line = lineOf(offset);
        return new Place(file, line + 1, 0, 1, lineText(line));
    }

    private int lineOf(int offset) {
        int found = Arrays.binarySearch(lineStarts, offset);
        return found >= 0 ? found : -found - 2;
    }

    private String lineText(int line) {
        int end = line + 1 < lineStarts.length ? lineStarts[line + 1] : points.length;
        return new String(points, lineStarts[line], end - lineStarts[line]).stripTrailing();
    }
}
