package org.canbao.privacy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

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

    /** A count of rows that stands alone. */
    public static ShownCount of(long rows, Protection protection) {
        return new ShownCount(rows, protection.hidesRows(rows) ? protection.sign() : "");
    }

    /** Counts of rows that add up to a known total: small ones are hidden, and others so that they do not follow. */
    public static List<ShownCount> line(Protection protection, long... rows) {
        boolean[] small = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            small[i] = protection.hidesRows(rows[i]);
        }
        boolean[] hidden =
                Complement.ofLine(Arrays.stream(rows).asDoubleStream().toArray(), small);
        return IntStream.range(0, rows.length)
                .mapToObj(i ->
                        new ShownCount(rows[i], small[i] ? protection.sign() : hidden[i] ? Protection.COMPLEMENT : ""))
                .toList();
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
