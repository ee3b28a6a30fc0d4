package org.canbao.data;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * How values and missing codes are written as text: as keys of {@link Variable#valueLabels()} and
 * {@link Variable#missingCodes()} and in the companion columns of the store.
 */
public final class CellText {
    /** Above this, not every whole number is a double. */
    private static final double EXACT = 9007199254740992.0;

    private CellText() {}

    /** The code of a cell that is neither present nor simply empty: {@code .a} to {@code .z}, or its value. */
    public static String code(ColumnBatch batch, int column, int row) {
        byte state = batch.states(column)[row];
        if (state != ColumnBatch.USER_MISSING) {
            return "." + (char) state;
        }
        String code = batch.missingCode(column, row);
        return code == null ? value(batch, column, row) : code;
    }

    /** The value that stands in a cell, as text; the cell's state does not matter. */
    public static String value(ColumnBatch batch, int column, int row) {
        ValueType type = batch.variables().get(column).type();
        return switch (type) {
            case STRING -> batch.strings(column)[row];
            case FLOAT32, FLOAT64 -> number(batch.doubles(column)[row]);
            default -> integral(type, batch.longs(column)[row]);
        };
    }

    /** A number as a key: {@code 2}, {@code 2.5}; whole numbers without a fraction. */
    public static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) <= EXACT
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    /** A whole number, day or instant as a key: {@code 2}, {@code 2017-05-01}, {@code 2017-05-01T08:00}. */
    public static String integral(ValueType type, long value) {
        return switch (type) {
            case DATE -> LocalDate.ofEpochDay(value).toString();
            case TIMESTAMP ->
                LocalDateTime.ofInstant(Instant.EPOCH.plus(value, ChronoUnit.MICROS), ZoneOffset.UTC)
                        .toString();
            default -> Long.toString(value);
        };
    }
}
