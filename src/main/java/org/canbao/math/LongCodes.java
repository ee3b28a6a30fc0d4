package org.canbao.math;

import java.util.Arrays;

/**
 * Gives each distinct {@code long} a code: 0, 1, 2 and so on in the order of first appearance. Not thread-safe.
 *
 * <p>Keys from zero up to a few times their number, as identifiers are that count from one, are looked up in a table of
 * their own; others are hashed.
 */
public final class LongCodes {
    private static final int EMPTY = -1;

    /** Keys that are near however few they are: years, months, ages. */
    private static final int ALWAYS_NEAR = 4096;

    private int[] near = filled(ALWAYS_NEAR);
    private long[] keys = new long[64];
    private int[] slots = filled(64);
    private long[] byCode = new long[32];
    private int size;
    private int last = EMPTY;

    /** The code of {@code key}, a new one if it is new. Sorted keys repeat, so the last one is tried first. */
    public int code(long key) {
        if (last == EMPTY || byCode[last] != key) {
            int known = find(key);
            last = known == EMPTY ? add(key) : known;
        }
        return last;
    }

    private int find(long key) {
        return isNear(key) ? near[(int) key] : slots[slot(key)];
    }

    /** How many distinct keys there were. */
    public int size() {
        return size;
    }

    /** The key of a code. */
    public long key(int code) {
        return byCode[code];
    }

    /** The keys of all codes. */
    public long[] keys() {
        return Arrays.copyOf(byCode, size);
    }

    private int add(long key) {
        if (2 * size >= slots.length) {
            grow();
        }
        byCode[size] = key;
        place(size);
        return size++;
    }

    private void grow() {
        int capacity = 2 * slots.length;
        byCode = Arrays.copyOf(byCode, capacity / 2);
        near = filled(Math.max(ALWAYS_NEAR, capacity));
        keys = new long[capacity];
        slots = filled(capacity);
        for (int code = 0; code < size; code++) {
            place(code);
        }
    }

    private void place(int code) {
        long key = byCode[code];
        if (isNear(key)) {
            near[(int) key] = code;
        } else {
            int slot = slot(key);
            keys[slot] = key;
            slots[slot] = code;
        }
    }

    private boolean isNear(long key) {
        return key >= 0 && key < near.length;
    }

    /** Where the key is, or would be. */
    private int slot(long key) {
        int mask = slots.length - 1;
        int slot = spread(key, slots.length);
        while (slots[slot] != EMPTY && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /**
     * Fibonacci hashing by the upper bits of the product (Knuth 1998, 6.4), which all bits of the key reach: keys that are
     * the bits of whole numbers held as doubles differ in their own upper half only, so that half is folded in first.
     */
    private static int spread(long key, int capacity) {
        long product = (key ^ (key >>> 32)) * 0x9E3779B97F4A7C15L;
        return (int) (product >>> (Long.numberOfLeadingZeros(capacity) + 1));
    }

    private static int[] filled(int length) {
        int[] empty = new int[length];
        Arrays.fill(empty, EMPTY);
        return empty;
    }
}
