package org.canbao.ingest.binding;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;
import org.canbao.data.CellText;
import org.canbao.data.ValueType;
import org.canbao.ingest.csv.IsoTime;

/** Values that are written in a schema, as values of a raw column. */
final class RawValues {
    private RawValues() {}

    /** The value as {@link CellText} writes those of the column; empty if the text is no value of the type. */
    static Optional<String> canonical(ValueType type, String text) {
        if (type == ValueType.STRING) {
            return Optional.of(CodeMap.comparable(text));
        }
        OptionalLong key = key(type, text);
        if (key.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                type.isIntegral()
                        ? CellText.integral(type, key.getAsLong())
                        : CellText.number(Double.longBitsToDouble(key.getAsLong())));
    }

    /** A number for the value, unlike those of all others: itself, or the bits of a floating number. */
    static OptionalLong key(ValueType type, String text) {
        return switch (type) {
            case STRING -> OptionalLong.empty();
            case DATE -> time(IsoTime.days(text));
            case TIMESTAMP -> time(IsoTime.micros(text));
            case BOOLEAN -> truth(text);
            default -> number(type, text);
        };
    }

    /** The same number for the value of a cell. */
    static long bits(double value) {
        // Both zeros are one value.
        return Double.doubleToLongBits(value + 0.0);
    }

    private static OptionalLong time(long value) {
        return value == IsoTime.NONE ? OptionalLong.empty() : OptionalLong.of(value);
    }

    private static OptionalLong truth(String text) {
        return switch (text) {
            case "true", "1" -> OptionalLong.of(1);
            case "false", "0" -> OptionalLong.of(0);
            default -> OptionalLong.empty();
        };
    }

    private static OptionalLong number(ValueType type, String text) {
        try {
            BigDecimal value = new BigDecimal(CodeMap.comparable(text));
            return OptionalLong.of(
                    switch (type) {
                        case FLOAT64 -> bits(value.doubleValue());
                        case FLOAT32 -> bits(value.floatValue());
                        default -> value.longValueExact();
                    });
        } catch (ArithmeticException | NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
