package org.canbao.data;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Rows on their way from a file into the store, by column. A reader fills it, the ingestor empties it, and it is used
 * again: memory is bounded by one batch. Not thread-safe; each thread has its own.
 *
 * <p>Column {@code j} is a {@code long[]} if its type {@link ValueType#isIntegral() is integral} (dates as days since
 * 1970-01-01, timestamps as microseconds since 1970-01-01T00:00), a {@code double[]} if it is floating, a
 * {@code String[]} if it is text. Its state per row is {@link #PRESENT}, {@link #MISSING}, a letter {@code 'a'} to
 * {@code 'z'} for Stata's extended missing values, or {@link #USER_MISSING} for a value that the file declares missing
 * (the value itself stays in the array).
 */
public final class ColumnBatch {
    /** The cell has a value. */
    public static final byte PRESENT = 0;
    /** The cell is empty (Stata's {@code .}, SPSS's system-missing, an empty CSV field of a number). */
    public static final byte MISSING = 1;
    /** The cell has a value that the file declares missing. */
    public static final byte USER_MISSING = 2;

    private final List<Variable> variables;
    private final Object[] values;
    private final byte[][] states;
    private final @Nullable String[] @Nullable [] codes;
    private final int capacity;
    private int rows;

    /** An empty batch for these variables. */
    public ColumnBatch(List<Variable> variables, int capacity) {
        this.variables = List.copyOf(variables);
        this.capacity = capacity;
        this.values = new Object[variables.size()];
        this.states = new byte[variables.size()][capacity];
        this.codes = new String[variables.size()][];
        for (int j = 0; j < values.length; j++) {
            ValueType type = variables.get(j).type();
            values[j] = type.isIntegral()
                    ? new long[capacity]
                    : type == ValueType.STRING ? new String[capacity] : new double[capacity];
        }
    }

    /**
     * An empty batch that shares some of its columns with another one: what is written into a shared column of either is
     * in both.
     *
     * @param shared for each of the variables the column of {@code other}, which holds the same kind of values, or -1
     */
    public ColumnBatch(List<Variable> variables, ColumnBatch other, int[] shared) {
        this(variables, other.capacity);
        for (int j = 0; j < shared.length; j++) {
            if (shared[j] >= 0) {
                values[j] = other.values[shared[j]];
                states[j] = other.states[shared[j]];
            }
        }
    }

    /** The columns, in order. */
    public List<Variable> variables() {
        return variables;
    }

    /** How many rows fit. */
    public int capacity() {
        return capacity;
    }

    /** How many rows are filled. */
    public int rows() {
        return rows;
    }

    /** Says how many rows are filled. */
    public void rows(int filled) {
        if (filled < 0 || filled > capacity) {
            throw new IllegalArgumentException(filled + " rows in a batch of " + capacity);
        }
        rows = filled;
    }

    /** The live array of an integral column. */
    public long[] longs(int column) {
        return (long[]) values[column];
    }

    /** The live array of a floating column. */
    public double[] doubles(int column) {
        return (double[]) values[column];
    }

    /** The live array of a text column. */
    public String[] strings(int column) {
        return (String[]) values[column];
    }

    /** The live states of a column. */
    public byte[] states(int column) {
        return states[column];
    }

    /** Makes a cell {@link #USER_MISSING} where the code is not a value of the column's type, but this text. */
    public void missing(int column, int row, String code) {
        @Nullable String[] texts = codes[column];
        if (texts == null) {
            texts = new String[capacity];
            codes[column] = texts;
        }
        texts[row] = code;
        states[column][row] = USER_MISSING;
    }

    /** The code of a cell that became missing by {@link #missing}; null for all others. */
    public @Nullable String missingCode(int column, int row) {
        @Nullable String[] texts = codes[column];
        return texts == null ? null : texts[row];
    }

    /** Forgets all rows; states become {@link #PRESENT}. */
    public void clear() {
        rows = 0;
        for (byte[] state : states) {
            Arrays.fill(state, PRESENT);
        }
        Arrays.fill(codes, null);
    }
}
