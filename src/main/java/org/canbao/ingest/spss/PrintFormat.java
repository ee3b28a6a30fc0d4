package org.canbao.ingest.spss;

import java.util.Map;
import org.canbao.data.ValueType;

/**
 * How a variable is displayed. For numbers this is also what they mean: dates and times are seconds.
 *
 * @param code the kind, as the file numbers it
 * @param width characters
 * @param decimals digits after the point
 */
record PrintFormat(int code, int width, int decimals) {
    private static final int PLAIN_NUMBER = 5;

    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(1, "A"),
            Map.entry(2, "AHEX"),
            Map.entry(3, "COMMA"),
            Map.entry(4, "DOLLAR"),
            Map.entry(PLAIN_NUMBER, "F"),
            Map.entry(6, "IB"),
            Map.entry(7, "PIBHEX"),
            Map.entry(8, "P"),
            Map.entry(9, "PIB"),
            Map.entry(10, "PK"),
            Map.entry(11, "RB"),
            Map.entry(12, "RBHEX"),
            Map.entry(15, "Z"),
            Map.entry(16, "N"),
            Map.entry(17, "E"),
            Map.entry(20, "DATE"),
            Map.entry(21, "TIME"),
            Map.entry(22, "DATETIME"),
            Map.entry(23, "ADATE"),
            Map.entry(24, "JDATE"),
            Map.entry(25, "DTIME"),
            Map.entry(26, "WKDAY"),
            Map.entry(27, "MONTH"),
            Map.entry(28, "MOYR"),
            Map.entry(29, "QYR"),
            Map.entry(30, "WKYR"),
            Map.entry(31, "PCT"),
            Map.entry(32, "DOT"),
            Map.entry(33, "CCA"),
            Map.entry(34, "CCB"),
            Map.entry(35, "CCC"),
            Map.entry(36, "CCD"),
            Map.entry(37, "CCE"),
            Map.entry(38, "EDATE"),
            Map.entry(39, "SDATE"),
            Map.entry(40, "MTIME"),
            Map.entry(41, "YMDHMS"));

    /** Unpacks the four bytes of the dictionary: unused, kind, width, decimals. */
    static PrintFormat of(int packed) {
        return new PrintFormat((packed >>> 16) & 0xFF, (packed >>> 8) & 0xFF, packed & 0xFF);
    }

    /** The same for a text of that width, which the format of its first segment does not tell. */
    PrintFormat widened(int bytes) {
        return bytes > SavVariable.SEGMENT_TEXT ? new PrintFormat(code, bytes, decimals) : this;
    }

    /**
     * The type of a numeric variable. Formats that show a part of a date (month, quarter, week of a year) belong to
     * dates; durations and parts of a day stay numbers.
     */
    ValueType numericType() {
        return switch (NAMES.getOrDefault(code, "")) {
            case "DATE", "ADATE", "EDATE", "SDATE", "JDATE", "MOYR", "QYR", "WKYR" -> ValueType.DATE;
            case "DATETIME", "YMDHMS" -> ValueType.TIMESTAMP;
            default -> ValueType.FLOAT64;
        };
    }

    /** As in SPSS syntax: {@code F8.2}, {@code A12}, {@code DATE11}; empty if the kind is not known. */
    @Override
    public String toString() {
        String name = NAMES.getOrDefault(code, "");
        boolean pointed = decimals > 0 || code == PLAIN_NUMBER;
        return name.isEmpty() ? "" : name + width + (pointed ? "." + decimals : "");
    }
}
