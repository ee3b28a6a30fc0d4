package org.canbao.ingest.dta;

import java.time.LocalDate;
import java.util.Optional;
import org.canbao.data.ValueType;

/**
 * The display formats whose numbers are days or milliseconds since 1960, and become dates and timestamps. Weeks,
 * months, quarters, half-years and years ({@code %tw %tm %tq %th %ty}), business days and generic time stay the whole
 * numbers that they are; the format says what they mean.
 */
public enum StataTime {
    /** {@code %td}, or its old form {@code %d}: days. */
    DAY,
    /** {@code %tc}: milliseconds, 86,400,000 in every day. */
    CLOCK,
    /** {@code %tC}: milliseconds with the leap seconds since 1972. */
    LEAP_CLOCK;

    /** Days from 1960-01-01, Stata's origin, to 1970-01-01. */
    public static final long ORIGIN_DAYS = -LocalDate.of(1960, 1, 1).toEpochDay();

    /** Microseconds from Stata's origin to 1970-01-01T00:00. */
    public static final long ORIGIN_MICROS = ORIGIN_DAYS * 86_400_000_000L;

    /** What {@link #toEpoch} gives for a number that is no date. */
    static final long NONE = Long.MIN_VALUE;

    private static final long FIRST_DAY = LocalDate.of(100, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();
    private static final double MILLIS_PER_DAY = 86_400_000.0;

    /** What a display format says of its numbers; empty for every other format. */
    public static Optional<StataTime> of(String format) {
        String plain = format.startsWith("%-") ? format.substring(2) : format.replaceFirst("^%", "");
        if (plain.startsWith("td") || plain.startsWith("d")) {
            return Optional.of(DAY);
        }
        if (plain.startsWith("tc")) {
            return Optional.of(CLOCK);
        }
        return plain.startsWith("tC") ? Optional.of(LEAP_CLOCK) : Optional.empty();
    }

    /** The type of the column. */
    ValueType type() {
        return this == DAY ? ValueType.DATE : ValueType.TIMESTAMP;
    }

    /**
     * The days or, to the nearest, the microseconds since 1970-01-01 of a number.
     *
     * @return {@link #NONE} if it is not a whole day, is inside of a leap second, or is outside of the years 100 to
     *     9999, which are Stata's
     */
    long toEpoch(double stata) {
        double days = this == DAY ? stata : stata / MILLIS_PER_DAY;
        if (!(days >= FIRST_DAY + ORIGIN_DAYS && days < LAST_DAY + ORIGIN_DAYS + 1)) {
            return NONE;
        }
        return switch (this) {
            case DAY -> stata == Math.rint(stata) ? (long) stata - ORIGIN_DAYS : NONE;
            case CLOCK -> micros(stata);
            case LEAP_CLOCK -> LeapSeconds.isInside(stata) ? NONE : micros(stata - 1000.0 * LeapSeconds.before(stata));
        };
    }

    /** What a number must be, for a reject. */
    String expectation() {
        return switch (this) {
            case DAY -> "a date is a whole number of days since 1960 in the years 100 to 9999";
            case CLOCK -> "a time is milliseconds since 1960 in the years 100 to 9999";
            case LEAP_CLOCK ->
                "a time is milliseconds since 1960 in the years 100 to 9999, not inside of a leap second";
        };
    }

    private static long micros(double millis) {
        double whole = Math.floor(millis);
        return (long) whole * 1000 + Math.round((millis - whole) * 1000) - ORIGIN_MICROS;
    }
}
