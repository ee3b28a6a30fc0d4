package org.canbao.estimate.did;

import java.util.Arrays;
import java.util.function.IntPredicate;

/**
 * A column of whole numbers as positions in its sorted values, so that what depends on a value is asked once per value and
 * not once per row. Arrays are shared, not copied; nobody may write to them.
 *
 * @param codes the position of each row's value
 * @param values distinct, ascending; there may be some that no row has
 */
record Coded(int[] codes, int[] values) {
    /** A column. */
    static Coded of(int[] column) {
        int[] values = Arrays.stream(column).sorted().distinct().toArray();
        return new Coded(
                Arrays.stream(column)
                        .map(value -> Arrays.binarySearch(values, value))
                        .toArray(),
                values);
    }

    /** The value of a row. */
    int value(int row) {
        return values[codes[row]];
    }

    /** How many rows have each value. */
    long[] counts() {
        return counts(codes, values.length);
    }

    /** The values that rows have, ascending. */
    int[] distinct() {
        long[] counts = counts();
        int[] found = new int[values.length];
        int size = 0;
        for (int code = 0; code < found.length; code++) {
            if (counts[code] > 0) {
                found[size++] = values[code];
            }
        }
        return Arrays.copyOf(found, size);
    }

    /** Of which values a condition is true. */
    boolean[] test(IntPredicate condition) {
        boolean[] met = new boolean[values.length];
        for (int code = 0; code < met.length; code++) {
            met[code] = condition.test(values[code]);
        }
        return met;
    }

    /** The same with one value under another's name. */
    Coded named(int value, int name) {
        int[] names = values.clone();
        for (int code = 0; code < names.length; code++) {
            names[code] = names[code] == value ? name : names[code];
        }
        int[] sorted = Arrays.stream(names).sorted().distinct().toArray();
        for (int code = 0; code < names.length; code++) {
            names[code] = Arrays.binarySearch(sorted, names[code]);
        }
        return new Coded(through(names, codes), sorted);
    }

    /** Some rows, in their order. */
    Coded take(int[] rows) {
        return new Coded(through(codes, rows), values);
    }

    /** The elements of a table at some positions. */
    static int[] through(int[] table, int[] positions) {
        int[] found = new int[positions.length];
        for (int i = 0; i < found.length; i++) {
            found[i] = table[positions[i]];
        }
        return found;
    }

    private static long[] counts(int[] codes, int values) {
        long[] counts = new long[values];
        for (int code : codes) {
            counts[code]++;
        }
        return counts;
    }
}
