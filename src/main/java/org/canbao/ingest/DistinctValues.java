package org.canbao.ingest;

import java.util.Optional;

/** Counts different values up to a cap, by 64-bit keys; beyond it, it stops looking and needs no memory. */
final class DistinctValues {
    private static final long FREE = 0;

    private final int cap;
    private long[] table;
    private boolean zero;
    private int count;

    DistinctValues(int cap) {
        this.cap = cap;
        this.table = new long[Integer.highestOneBit(cap) * 4];
    }

    /** Adds a value by a key that no other value has. */
    void add(long key) {
        if (count > cap) {
            return;
        }
        if (key == FREE) {
            count += zero ? 0 : 1;
            zero = true;
            return;
        }
        int mask = table.length - 1;
        int slot = hash(key) & mask;
        while (table[slot] != FREE) {
            if (table[slot] == key) {
                return;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = key;
        count++;
        if (count > cap) {
            table = new long[1];
        }
    }

    /** How many there are, unless more than the cap. */
    Optional<Integer> count() {
        return count > cap ? Optional.empty() : Optional.of(count);
    }

    private static int hash(long key) {
        long mixed = key * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 32);
    }
}
