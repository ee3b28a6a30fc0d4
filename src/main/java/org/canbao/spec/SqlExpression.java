package org.canbao.spec;

import org.canbao.diag.Place;

/**
 * One SQL expression as the user wrote it; not yet checked.
 *
 * @param sql the text
 * @param place where its first character stands
 */
public record SqlExpression(String sql, Place place) {
    /**
     * The place of a stretch of the text, in code points; the whole line where the text is not on one line of the file
     * as it is (escapes, folded lines).
     */
    public Place at(int offset, int length) {
        return isAsWritten()
                ? place.shifted(offset, length)
                : new Place(place.file(), place.line(), 0, 1, place.text());
    }

    private boolean isAsWritten() {
        String line = place.text();
        int points = line.codePointCount(0, line.length());
        if (place.column() == 0 || place.column() > points) {
            return false;
        }
        return line.startsWith(sql, line.offsetByCodePoints(0, place.column() - 1));
    }
}
