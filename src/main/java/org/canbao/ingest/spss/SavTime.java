package org.canbao.ingest.spss;

import java.time.LocalDate;
import org.canbao.data.CellText;
import org.canbao.data.ValueType;

/** Dates and times: seconds since 1582-10-14T00:00, the eve of the Gregorian calendar. */
final class SavTime {
    /** No such date or time. */
    static final long NONE = Long.MIN_VALUE;

    private static final long FIRST_DAY = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();
    private static final double SECONDS_A_DAY = 86_400;
    private static final double MICROS_A_SECOND = 1e6;
    private static final long EPOCH_DAY = LocalDate.of(1582, 10, 14).toEpochDay();

    private SavTime() {}

    /** The value as the integer of a batch of this type; {@link #NONE} if it is none or outside the years 1 to 9999. */
    static long value(ValueType type, double seconds) {
        return type == ValueType.DATE ? days(seconds) : micros(seconds);
    }

    /** The number as a key of labels and missing codes: a date or time where it is one. */
    static String key(ValueType type, double number) {
        if (type != ValueType.DATE && type != ValueType.TIMESTAMP) {
            return CellText.number(number);
        }
        long value = value(type, number);
        return value == NONE ? CellText.number(number) : CellText.integral(type, value);
    }

    /** Days since 1970-01-01; a value that is not a whole number of days is no date. */
    private static long days(double seconds) {
        double days = seconds / SECONDS_A_DAY;
        return days == Math.rint(days) && isInRange(days) ? (long) days + EPOCH_DAY : NONE;
    }

    /** Microseconds since 1970-01-01T00:00, rounded: a double resolves about two of them. */
    private static long micros(double seconds) {
        double sinceEpoch = seconds + EPOCH_DAY * SECONDS_A_DAY;
        return isInRange(seconds / SECONDS_A_DAY) ? (long) Math.rint(sinceEpoch * MICROS_A_SECOND) : NONE;
    }

    private static boolean isInRange(double days) {
        return days >= FIRST_DAY - EPOCH_DAY && days < LAST_DAY - EPOCH_DAY + 1;
    }
}
