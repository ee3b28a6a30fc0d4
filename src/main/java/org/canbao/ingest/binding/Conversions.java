package org.canbao.ingest.binding;

import java.util.Optional;
import org.canbao.data.CellText;
import org.canbao.data.ValueType;
import org.canbao.ingest.csv.DecimalNumber;
import org.canbao.ingest.csv.IsoTime;
import org.canbao.ingest.csv.WholeNumber;

/** The ways from one type to another on which nothing is lost. */
final class Conversions {
    /** Beyond it, not every whole number is a double. */
    private static final double EXACT = 9007199254740992.0;

    private Conversions() {}

    /** Whether the cells of both types look the same in memory, and every value of the one is a value of the other. */
    static boolean isSame(ValueType raw, ValueType type) {
        if (raw == type) {
            return true;
        }
        boolean whole = isWhole(raw) && isWhole(type) && raw.compareTo(type) < 0;
        return whole || (raw == ValueType.FLOAT32 && type == ValueType.FLOAT64);
    }

    /** The way from a raw type to another, if any value can go it. */
    static Optional<CellConversion> between(ValueType raw, ValueType type) {
        if (type == ValueType.STRING) {
            return Optional.of((from, column, out, to, row) -> {
                out.strings(to)[row] = CellText.value(from, column, row);
                return Fit.YES;
            });
        }
        if (raw == ValueType.STRING) {
            return Optional.of(ofText(type));
        }
        boolean times = !raw.isNumeric() || !type.isNumeric();
        if (times) {
            return raw == type ? Optional.of(whole(type)) : Optional.empty();
        }
        if (type.isIntegral()) {
            return Optional.of(raw.isIntegral() ? whole(type) : wholeOfFloating(type));
        }
        return Optional.of(raw.isIntegral() ? floatingOfWhole(type) : floating(type));
    }

    /** Whether a whole number is a value of a type. */
    static boolean isIn(ValueType type, long value) {
        return switch (type) {
            case BOOLEAN -> value == 0 || value == 1;
            case INT8 -> value == (byte) value;
            case INT16 -> value == (short) value;
            case INT32 -> value == (int) value;
            default -> true;
        };
    }

    private static boolean isWhole(ValueType type) {
        return type.isIntegral() && type.isNumeric() && type != ValueType.BOOLEAN;
    }

    private static CellConversion whole(ValueType type) {
        return (raw, from, out, to, row) -> {
            long value = raw.longs(from)[row];
            out.longs(to)[row] = value;
            return isIn(type, value) ? Fit.YES : Fit.NO;
        };
    }

    private static CellConversion wholeOfFloating(ValueType type) {
        return (raw, from, out, to, row) -> {
            double value = raw.doubles(from)[row];
            out.longs(to)[row] = (long) value;
            return isWholeIn(type, value) ? Fit.YES : Fit.NO;
        };
    }

    private static boolean isWholeIn(ValueType type, double value) {
        return value == Math.rint(value) && Math.abs(value) <= EXACT && isIn(type, (long) value);
    }

    private static CellConversion floatingOfWhole(ValueType type) {
        return (raw, from, out, to, row) -> {
            long value = raw.longs(from)[row];
            double floating = type == ValueType.FLOAT32 ? (float) value : (double) value;
            out.doubles(to)[row] = floating;
            return Math.abs(floating) <= EXACT && (long) floating == value ? Fit.YES : Fit.NO;
        };
    }

    private static CellConversion floating(ValueType type) {
        return (raw, from, out, to, row) -> {
            double value = raw.doubles(from)[row];
            out.doubles(to)[row] = value;
            return type == ValueType.FLOAT64 || (float) value == value ? Fit.YES : Fit.NO;
        };
    }

    private static CellConversion ofText(ValueType type) {
        return (raw, from, out, to, row) -> {
            String text = raw.strings(from)[row].strip();
            if (text.isEmpty()) {
                return Fit.BLANK;
            }
            boolean fits = type.isIntegral()
                    ? putWhole(type, text, out.longs(to), row)
                    : putFloating(type, text, out.doubles(to), row);
            return fits ? Fit.YES : Fit.NO;
        };
    }

    private static boolean putWhole(ValueType type, String text, long[] values, int row) {
        long value = switch (type) {
            case DATE -> IsoTime.days(text);
            case TIMESTAMP -> IsoTime.micros(text);
            case BOOLEAN -> truth(text);
            default -> wholeOf(text);
        };
        values[row] = value;
        return value != WholeNumber.NONE && isIn(type, value);
    }

    /** {@code 5} and {@code 5.0} are the same number. */
    private static long wholeOf(String text) {
        long value = WholeNumber.parse(text);
        if (value != WholeNumber.NONE) {
            return value;
        }
        double decimal = DecimalNumber.parse(text);
        return isWholeIn(ValueType.INT64, decimal) ? (long) decimal : WholeNumber.NONE;
    }

    private static long truth(String text) {
        return text.equalsIgnoreCase("true") ? 1 : text.equalsIgnoreCase("false") ? 0 : WholeNumber.NONE;
    }

    /** The decimal text of a number has no exact double in general: the nearest one is its value, as everywhere. */
    private static boolean putFloating(ValueType type, String text, double[] values, int row) {
        double value = DecimalNumber.parse(text);
        values[row] = type == ValueType.FLOAT32 && !Double.isNaN(value) ? Float.parseFloat(text) : value;
        return Double.isFinite(values[row]);
    }
}
