package org.canbao.math;

import java.util.Arrays;

/** Gives each distinct {@code long} a code: 0, 1, 2 and so on in the order of first appearance. Not thread-safe. */
public final class LongCodes {
    private static final int EMPTY = -1;

    private long[] keys = new long[64];
    private int[] slots = filled(64);
    private long[] byCode = new long[32];
    private int size;
    private int last = EMPTY;

    /** The code of {@code key}, a new one if it is new. Sorted keys repeat, so the last one is tried first. */
    public int code(long key) {
        if (last == EMPTY || byCode[last] != key) {
            last = find(key);
        }
        return last;
    }

    private int find(long key) {
        int mask = slots.length - 1;
        int slot = spread(key) & mask;
        while (slots[slot] != EMPTY) {
            if (keys[slot] == key) {
                return slots[slot];
            }
            slot = (slot + 1) & mask;
        }
        return add(key, slot);
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

    private int add(long key, int slot) {
        keys[slot] = key;
        slots[slot] = size;
        if (size == byCode.length) {
            byCode = Arrays.copyOf(byCode, 2 * size);
        }
        byCode[size] = key;
        size++;
        if (2 * size > slots.length) {
            grow();
        }
        return size - 1;
    }

    private void grow() {
        int capacity = 2 * slots.length;
        keys = new long[capacity];
        slots = filled(capacity);
        for (int code = 0; code < size; code++) {
            int slot = spread(byCode[code]) & (capacity - 1);
            while (slots[slot] != EMPTY) {
                slot = (slot + 1) & (capacity - 1);
            }
            keys[slot] = byCode[code];
            slots[slot] = code;
        }
    }

    private static int spread(long key) {
        return (int) ((key * 0x9E3779B97F4A7C15L) >>> 32);
    }

    private static int[] filled(int length) {
        int[] empty = new int[length];
        Arrays.fill(empty, EMPTY);
        return empty;
    }
}
