package org.canbao.ingest.csv;

import java.time.DateTimeException;
import java.time.LocalDate;

/** Dates {@code yyyy-MM-dd} and times {@code yyyy-MM-dd(T| )HH:mm[:ss[.ffffff]]} without a zone, as text. */
public final class IsoTime {
    /** Not such a text. */
    public static final long NONE = Long.MIN_VALUE;

    private static final int DATE_LENGTH = 10;
    private static final int MINUTES_LENGTH = 16;
    private static final int SECONDS_LENGTH = 19;
    private static final int MICROS_LENGTH = 26;
    private static final long MICROS_A_SECOND = 1_000_000;
    private static final long SECONDS_A_DAY = 86_400;

    private IsoTime() {}

    /** Days since 1970-01-01, or {@link #NONE}. */
    public static long days(String text) {
        return text.length() == DATE_LENGTH ? daysAtStart(text) : NONE;
    }

    /** Microseconds since 1970-01-01T00:00, or {@link #NONE}. */
    public static long micros(String text) {
        int length = text.length();
        if (length < MINUTES_LENGTH || length > MICROS_LENGTH || !(text.charAt(10) == 'T' || text.charAt(10) == ' ')) {
            return NONE;
        }
        long days = daysAtStart(text);
        int hour = number(text, 11, 13);
        int minute = text.charAt(13) == ':' ? number(text, 14, 16) : -1;
        int second = secondsOf(text);
        long fraction = fractionOf(text);
        if (days == NONE || hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) {
            return NONE;
        }
        return fraction < 0
                ? NONE
                : (days * SECONDS_A_DAY + hour * 3600L + minute * 60L + second) * MICROS_A_SECOND + fraction;
    }

    private static int secondsOf(String text) {
        if (text.length() == MINUTES_LENGTH) {
            return 0;
        }
        return text.length() >= SECONDS_LENGTH && text.charAt(16) == ':' ? number(text, 17, 19) : -1;
    }

    private static long fractionOf(String text) {
        int length = text.length();
        if (length <= SECONDS_LENGTH) {
            return 0;
        }
        if (text.charAt(SECONDS_LENGTH) != '.' || length == SECONDS_LENGTH + 1) {
            return -1;
        }
        long fraction = number(text, SECONDS_LENGTH + 1, length);
        for (int i = length; i < MICROS_LENGTH; i++) {
            fraction *= 10;
        }
        return fraction;
    }

    private static long daysAtStart(String text) {
        int year = number(text, 0, 4);
        int month = text.charAt(4) == '-' ? number(text, 5, 7) : -1;
        int day = text.charAt(7) == '-' ? number(text, 8, 10) : -1;
        if (year < 0 || month < 0 || day < 0) {
            return NONE;
        }
        try {
            return LocalDate.of(year, month, day).toEpochDay();
        } catch (DateTimeException e) {
            return NONE;
        }
    }

    /** The digits between these places as a number, -1 if one is no digit. */
    private static int number(String text, int from, int to) {
        int value = 0;
        for (int i = from; i < to; i++) {
            int digit = text.charAt(i) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }
}
