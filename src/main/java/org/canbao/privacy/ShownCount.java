package org.canbao.privacy;

import java.util.Locale;

/**
 * A count as it is shown: itself, or a sign in its place.
 *
 * @param value the count; not to be printed if there is a sign
 * @param sign what stands in its place; empty if it is shown
 */
public record ShownCount(long value, String sign) {
    /** A count that is shown. */
    public static ShownCount of(long value) {
        return new ShownCount(value, "");
    }

    /** Whether the count itself is shown. */
    public boolean isShown() {
        return sign.isEmpty();
    }

    /** The count with its digits in groups of three, or the sign. */
    public String text() {
        return isShown() ? String.format(Locale.ROOT, "%,d", value) : sign;
    }
}
