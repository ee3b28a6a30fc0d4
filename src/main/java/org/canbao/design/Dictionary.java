package org.canbao.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.canbao.data.ValueType;
import org.canbao.engine.SqlEngine.Chunk;
import org.canbao.math.LongCodes;
import org.jspecify.annotations.Nullable;

/** Turns the values of one column into codes, in the order of first appearance, while rows stream by. */
abstract sealed class Dictionary {
    /** The code of a missing value. */
    static final int NULL = -1;

    /** The dictionary that fits a type. */
    static Dictionary of(ValueType type) {
        return switch (type) {
            case INT8, INT16, INT32, INT64 -> new Whole();
            case STRING, DATE, TIMESTAMP -> new Words();
            case BOOLEAN, FLOAT32, FLOAT64 -> new Numbers(type == ValueType.BOOLEAN);
        };
    }

    /** Codes a column of a chunk. */
    abstract void code(Chunk chunk, int column, int[] target, int offset);

    /** The values seen, sorted. */
    abstract LevelSet levels();

    /** The position in {@link #levels()} of each code. */
    abstract int[] ranks();

    private static String text(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.valueOf((long) value)
                : String.valueOf(value);
    }

    private static final class Numbers extends Dictionary {
        private final boolean truth;
        private final LongCodes codes = new LongCodes();
        private double[] buffer = new double[0];

        Numbers(boolean truth) {
            this.truth = truth;
        }

        @Override
        void code(Chunk chunk, int column, int[] target, int offset) {
            if (buffer.length < chunk.rows()) {
                buffer = new double[chunk.rows()];
            }
            chunk.doubles(column, buffer, 0);
            code(codes, buffer, chunk.rows(), target, offset);
        }

        private static void code(LongCodes codes, double[] values, int rows, int[] target, int offset) {
            for (int i = 0; i < rows; i++) {
                target[offset + i] =
                        Double.isNaN(values[i]) ? NULL : codes.code(Double.doubleToLongBits(values[i] + 0.0));
            }
        }

        private double[] sorted() {
            double[] values = new double[codes.size()];
            for (int code = 0; code < values.length; code++) {
                values[code] = Double.longBitsToDouble(codes.key(code));
            }
            Arrays.sort(values);
            return values;
        }

        @Override
        LevelSet levels() {
            return LevelSet.ofNumbers(sorted(), v -> truth ? String.valueOf(v != 0) : text(v));
        }

        @Override
        int[] ranks() {
            double[] sorted = sorted();
            int[] ranks = new int[sorted.length];
            for (int rank = 0; rank < ranks.length; rank++) {
                ranks[codes.code(Double.doubleToLongBits(sorted[rank]))] = rank;
            }
            return ranks;
        }
    }

    private static final class Whole extends Dictionary {
        private final LongCodes codes = new LongCodes();
        private long[] buffer = new long[0];
        private boolean[] nulls = new boolean[0];

        @Override
        void code(Chunk chunk, int column, int[] target, int offset) {
            if (buffer.length < chunk.rows()) {
                buffer = new long[chunk.rows()];
                nulls = new boolean[chunk.rows()];
            }
            chunk.longs(column, buffer, nulls, 0);
            code(codes, buffer, nulls, chunk.rows(), target, offset);
        }

        private static void code(LongCodes codes, long[] values, boolean[] nulls, int rows, int[] target, int offset) {
            for (int i = 0; i < rows; i++) {
                target[offset + i] = nulls[i] ? NULL : codes.code(values[i]);
            }
        }

        private long[] sorted() {
            long[] values = codes.keys();
            Arrays.sort(values);
            return values;
        }

        @Override
        LevelSet levels() {
            return LevelSet.ofWhole(sorted());
        }

        @Override
        int[] ranks() {
            long[] sorted = sorted();
            return Arrays.equals(sorted, codes.keys()) ? identity(sorted.length) : ranks(sorted);
        }

        private int[] ranks(long[] sorted) {
            int[] ranks = new int[sorted.length];
            for (int rank = 0; rank < ranks.length; rank++) {
                ranks[codes.code(sorted[rank])] = rank;
            }
            return ranks;
        }

        private static int[] identity(int size) {
            int[] ranks = new int[size];
            for (int rank = 0; rank < size; rank++) {
                ranks[rank] = rank;
            }
            return ranks;
        }
    }

    private static final class Words extends Dictionary {
        private final Map<String, Integer> codes = new HashMap<>();
        private final List<String> byCode = new ArrayList<>();
        private @Nullable String[] buffer = new String[0];

        @Override
        void code(Chunk chunk, int column, int[] target, int offset) {
            if (buffer.length < chunk.rows()) {
                buffer = new String[chunk.rows()];
            }
            chunk.strings(column, buffer, 0);
            for (int i = 0; i < chunk.rows(); i++) {
                String value = buffer[i];
                target[offset + i] = value == null ? NULL : code(value);
            }
        }

        private int code(String value) {
            Integer known = codes.putIfAbsent(value, byCode.size());
            if (known == null) {
                byCode.add(value);
                return byCode.size() - 1;
            }
            return known;
        }

        private List<String> sorted() {
            return byCode.stream().sorted().toList();
        }

        @Override
        LevelSet levels() {
            return LevelSet.ofWords(sorted());
        }

        @Override
        int[] ranks() {
            List<String> sorted = sorted();
            int[] ranks = new int[sorted.size()];
            for (int rank = 0; rank < ranks.length; rank++) {
                ranks[code(sorted.get(rank))] = rank;
            }
            return ranks;
        }
    }
}
