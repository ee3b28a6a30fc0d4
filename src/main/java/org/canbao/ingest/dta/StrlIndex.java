package org.canbao.ingest.dta;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Where the long strings of a file are: 16 bytes of memory for each, whatever its length. A long string is named after
 * the variable and the row where it first occurred, both from 1.
 */
final class StrlIndex {
    private static final StrlIndex NONE = new StrlIndex(0, new long[0], new long[0]);

    private final long variables;
    private final long[] keys;
    private final long[] offsets;

    private StrlIndex(long variables, long[] keys, long[] offsets) {
        this.variables = variables;
        this.keys = keys;
        this.offsets = offsets;
    }

    /** The index of a file without long strings. */
    static StrlIndex none() {
        return NONE;
    }

    /** The offset of the kind, the length and the content of a long string; -1 if there is none of that name. */
    long offset(long variable, long row) {
        if (variable < 1 || variable > variables || row < 1 || row > Long.MAX_VALUE / (variables + 1) - 1) {
            return -1;
        }
        int at = Arrays.binarySearch(keys, key(variables, variable, row));
        return at < 0 ? -1 : offsets[at];
    }

    /** How many there are. */
    int size() {
        return offsets.length;
    }

    /** The offset of the one at this place of the index. */
    long offsetAt(int place) {
        return offsets[place];
    }

    private static long key(long variables, long variable, long row) {
        return row * (variables + 1) + variable;
    }

    /** Collects the long strings in the order of the file. */
    static final class Builder {
        private final long variables;
        private long[] keys = new long[16];
        private long[] offsets = new long[16];
        private int size;
        private boolean sorted = true;

        Builder(long variables) {
            this.variables = variables;
        }

        /** One long string; a row is at most 2^63 / (variables + 1), as no file has more. */
        void add(long variable, long row, long offset) {
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, 2 * size);
                offsets = Arrays.copyOf(offsets, 2 * size);
            }
            keys[size] = key(variables, variable, row);
            offsets[size] = offset;
            sorted &= size == 0 || keys[size] > keys[size - 1];
            size++;
        }

        StrlIndex build() {
            if (sorted) {
                return new StrlIndex(variables, Arrays.copyOf(keys, size), Arrays.copyOf(offsets, size));
            }
            int[] order = IntStream.range(0, size)
                    .boxed()
                    .sorted(Comparator.comparingLong(i -> keys[i]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            return new StrlIndex(
                    variables,
                    Arrays.stream(order).mapToLong(i -> keys[i]).toArray(),
                    Arrays.stream(order).mapToLong(i -> offsets[i]).toArray());
        }
    }
}
