package org.canbao.yaml;

import java.util.Arrays;
import org.canbao.diag.Place;
import org.snakeyaml.engine.v2.common.ScalarStyle;

/**
 * Where each character of a scalar's value stands in the file. A value differs from what is written by quotes, escapes,
 * folded lines and the indentation of blocks.
 */
final class ScalarText {
    private static final int UNKNOWN = -1;

    private final SourceText source;
    private final int from;
    private final int to;
    private final String value;
    private final ScalarStyle style;

    /** The scalar written in {@code [from, to)}. */
    ScalarText(SourceText source, int from, int to, String value, ScalarStyle style) {
        this.source = source;
        this.from = from;
        this.to = to;
        this.value = value;
        this.style = style;
    }

    /** The scalar's value. */
    String value() {
        return value;
    }

    /** Where the scalar stands, with its quotes. */
    Place whole() {
        return source.place(from, to - from);
    }

    /** The place of a stretch of the value, in {@code char}s; its line only, where the column cannot be told. */
    Place place(int begin, int length) {
        int[] offsets = offsets();
        int first = value.codePointCount(0, Math.min(begin, value.length()));
        int points = value.codePointCount(Math.min(begin, value.length()), Math.min(begin + length, value.length()));
        if (offsets.length == 0) {
            return whole();
        }
        if (first >= offsets.length) {
            int last = offsets[offsets.length - 1];
            return last == UNKNOWN ? source.linePlace(from) : source.place(last + 1, 1);
        }
        if (offsets[first] == UNKNOWN) {
            return source.linePlace(from);
        }
        int end = offsets[Math.max(first, Math.min(first + points, offsets.length) - 1)];
        return source.place(offsets[first], end == UNKNOWN ? points : end - offsets[first] + 1);
    }

    /** For each code point of the value, its offset in the file. */
    private int[] offsets() {
        int[] points = value.codePoints().toArray();
        int[] offsets = new int[points.length];
        int raw = begin();
        for (int i = 0; i < points.length; i++) {
            raw = skipFolded(raw, points[i]);
            boolean fold = raw >= to || (source.point(raw) != points[i] && isBlank(points[i]) && !isEscape(raw));
            if (!fold && source.point(raw) != points[i] && !isEscape(raw)) {
                Arrays.fill(offsets, i, offsets.length, UNKNOWN);
                return offsets;
            }
            offsets[i] = Math.min(raw, source.length() - 1);
            raw += fold ? 0 : written(raw);
        }
        return offsets;
    }

    private int begin() {
        return switch (style) {
            case SINGLE_QUOTED, DOUBLE_QUOTED -> from + 1;
            case LITERAL, FOLDED -> source.nextLine(from);
            default -> from;
        };
    }

    /** Skips white space that is not in the value: indentation, line breaks that became a blank. */
    private int skipFolded(int raw, int wanted) {
        int next = raw;
        while (next < to && source.point(next) != wanted && isBlank(source.point(next))) {
            next++;
        }
        return next;
    }

    private boolean isEscape(int raw) {
        return (style == ScalarStyle.DOUBLE_QUOTED && source.point(raw) == '\\')
                || (style == ScalarStyle.SINGLE_QUOTED && source.point(raw) == '\'');
    }

    /** How many characters of the file make the one character of the value at {@code raw}. */
    private int written(int raw) {
        if (!isEscape(raw)) {
            return 1;
        }
        if (style == ScalarStyle.SINGLE_QUOTED || raw + 1 >= to) {
            return 2;
        }
        return switch (source.point(raw + 1)) {
            case 'x' -> 4;
            case 'u' -> 6;
            case 'U' -> 10;
            default -> 2;
        };
    }

    private static boolean isBlank(int point) {
        return point == ' ' || point == '\t' || point == '\n' || point == '\r';
    }
}
