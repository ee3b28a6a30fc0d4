package org.canbao.ingest;

import java.util.List;
import java.util.Map;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;

/** A table whose every cell follows from a seed, its row and its column. */
final class SeededRows {
    static final List<Variable> ALL_TYPES = List.of(
            Variable.of("flag", ValueType.BOOLEAN),
            Variable.of("byte", ValueType.INT8),
            Variable.of("short", ValueType.INT16),
            Variable.of("int", ValueType.INT32),
            Variable.of("long", ValueType.INT64),
            Variable.of("float", ValueType.FLOAT32),
            Variable.of("double", ValueType.FLOAT64),
            Variable.of("text \"quoted\" 省份", ValueType.STRING),
            Variable.of("day", ValueType.DATE),
            Variable.of("instant", ValueType.TIMESTAMP),
            new Variable("answer", ValueType.INT8, "答案", Map.of("1", "是"), Map.of("99", "不知道"), ""));

    private static final String[] TEXTS = {
        "", "北京", "a", "𠮷野", "it's \"so\"", "\n", "a text longer than twelve bytes 汉字"
    };

    final long seed;
    final List<Variable> variables;
    final int rows;
    final boolean tagged;
    private int firstTagged;

    SeededRows(long seed, List<Variable> variables, int rows, boolean tagged) {
        this.seed = seed;
        this.variables = variables;
        this.rows = rows;
        this.tagged = tagged;
    }

    /** Has Stata's missing codes from this row on only. */
    SeededRows taggedFrom(int row) {
        firstTagged = row;
        return this;
    }

    /** Fills one cell. */
    void fill(ColumnBatch batch, int at, int row, int column) {
        ValueType type = variables.get(column).type();
        byte state = state(row, column);
        batch.states(column)[at] = state;
        if (state == ColumnBatch.PRESENT || state == ColumnBatch.USER_MISSING) {
            if (type == ValueType.STRING) {
                batch.strings(column)[at] = text(row, column);
            } else if (type.isIntegral()) {
                batch.longs(column)[at] = integral(row, column);
            } else {
                batch.doubles(column)[at] = floating(row, column);
            }
        }
    }

    byte state(int row, int column) {
        long random = Math.floorMod(mix(row, column, 1), 10);
        Variable variable = variables.get(column);
        if (random == 0) {
            return ColumnBatch.MISSING;
        }
        if (variable.missingCodes().containsKey("99") && integral(row, column) == 99) {
            return ColumnBatch.USER_MISSING;
        }
        boolean extended = tagged
                && row >= firstTagged
                && random == 1
                && variable.type().isNumeric()
                && variable.type() != ValueType.BOOLEAN;
        return extended ? (byte) ('a' + Math.floorMod(mix(row, column, 2), 26)) : ColumnBatch.PRESENT;
    }

    long integral(int row, int column) {
        long random = mix(row, column, 3);
        if (variables.get(column).missingCodes().containsKey("99")) {
            return random % 4 == 0 ? 99 : Math.floorMod(random, 5);
        }
        return switch (variables.get(column).type()) {
            case BOOLEAN -> random & 1;
            case INT8 -> (byte) random;
            case INT16 -> (short) random;
            case INT32 -> (int) random;
            case DATE -> random % 100_000;
            case TIMESTAMP -> random % 4_000_000_000_000_000L;
            default -> random;
        };
    }

    double floating(int row, int column) {
        long random = mix(row, column, 4);
        double value = random % 7 == 0 ? random % 1000 : Double.longBitsToDouble(random);
        return variables.get(column).type() == ValueType.FLOAT32
                ? (float) (random / 3.0)
                : Double.isNaN(value) ? 0.1 : value;
    }

    String text(int row, int column) {
        return TEXTS[(int) Math.floorMod(mix(row, column, 5), TEXTS.length)];
    }

    private long mix(int row, int column, int purpose) {
        long z = seed * 0x9E3779B97F4A7C15L + row * 0xBF58476D1CE4E5B9L + column * 0x94D049BB133111EBL + purpose;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
