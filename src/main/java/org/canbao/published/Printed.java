package org.canbao.published;

import java.math.BigDecimal;

/**
 * A printed number.
 *
 * @param value what is printed, with its decimals
 * @param text as it is printed
 * @param interval what it may have been before it was rounded; one value for counts and facts
 */
public record Printed(BigDecimal value, String text, Interval interval) {
    /** A number rounded to its last decimal. */
    public static Printed rounded(BigDecimal value, String text) {
        return new Printed(value, text, Interval.rounded(value));
    }

    /** A count or a fact. */
    public static Printed exact(BigDecimal value, String text) {
        return new Printed(value, text, Interval.of(value));
    }

    /** How many decimals it has. */
    public int decimals() {
        return Math.max(0, value.scale());
    }

    /** The same, taken as exact. */
    public Printed asExact() {
        return exact(value, text);
    }
}
