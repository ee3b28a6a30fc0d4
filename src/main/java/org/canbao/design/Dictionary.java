package org.canbao.design;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
            case INT64 -> new Whole();
            case STRING, DATE, TIMESTAMP -> new Words();
            default -> new Numbers(type == ValueType.BOOLEAN);
        };
    }

    /** Codes a column of a chunk. */
    abstract void code(Chunk chunk, int column, int[] target, int offset);

    /** The values seen, sorted. */
    abstract LevelSet levels();

    /** The position in {@link #levels()} of each code. */
    abstract int[] ranks();

    private static int[] inverse(List<Integer> order) {
        int[] ranks = new int[order.size()];
        for (int rank = 0; rank < ranks.length; rank++) {
            ranks[order.get(rank)] = rank;
        }
        return ranks;
    }

    private static List<Integer> sorted(int size, Comparator<Integer> comparator) {
        return IntStream.range(0, size).boxed().sorted(comparator).toList();
    }

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
            for (int i = 0; i < chunk.rows(); i++) {
                target[offset + i] =
                        Double.isNaN(buffer[i]) ? NULL : codes.code(Double.doubleToLongBits(buffer[i] + 0.0));
            }
        }

        private double value(int code) {
            return Double.longBitsToDouble(codes.key(code));
        }

        private List<Integer> order() {
            return sorted(codes.size(), Comparator.comparingDouble(this::value));
        }

        @Override
        LevelSet levels() {
            List<Double> values = order().stream().map(this::value).toList();
            List<String> names = values.stream()
                    .map(v -> truth ? String.valueOf(v != 0) : text(v))
                    .toList();
            return new LevelSet(names, values);
        }

        @Override
        int[] ranks() {
            return inverse(order());
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
            for (int i = 0; i < chunk.rows(); i++) {
                target[offset + i] = nulls[i] ? NULL : codes.code(buffer[i]);
            }
        }

        private List<Integer> order() {
            return sorted(codes.size(), Comparator.comparingLong(codes::key));
        }

        @Override
        LevelSet levels() {
            List<Long> values = order().stream().map(codes::key).toList();
            return new LevelSet(
                    values.stream().map(String::valueOf).toList(),
                    values.stream().map(Long::doubleValue).toList());
        }

        @Override
        int[] ranks() {
            return inverse(order());
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

        private List<Integer> order() {
            return sorted(byCode.size(), Comparator.comparing(byCode::get));
        }

        @Override
        LevelSet levels() {
            return new LevelSet(order().stream().map(byCode::get).toList(), List.of());
        }

        @Override
        int[] ranks() {
            return inverse(order());
        }
    }
}
