package org.canbao.math;

/**
 * Random numbers by counter: the i-th number of a stream is a function of the seed, the name of the stream, the draw and
 * i, so draws can be made in any order and on any thread. The function is the finaliser of SplitMix64 (Steele, Lea and
 * Flood 2014) over a Weyl sequence that starts at a hash of the key.
 */
public final class CounterRandom {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;
    private static final long FNV_OFFSET = 0xCBF29CE484222325L;
    private static final long FNV_PRIME = 0x100000001B3L;

    private final long key;
    private long counter;

    /** The stream of this seed, name and draw, from its beginning. */
    public CounterRandom(long seed, String stream, long draw) {
        long hash = FNV_OFFSET;
        for (int i = 0; i < stream.length(); i++) {
            hash = (hash ^ stream.charAt(i)) * FNV_PRIME;
        }
        key = mix(mix(mix(seed + GOLDEN) ^ hash) + mix(draw * GOLDEN + 1));
    }

    /** The next 64 bits. */
    public long nextLong() {
        counter++;
        return mix(key + counter * GOLDEN);
    }

    /** Uniform on 0 to {@code bound - 1}, without bias (Lemire 2019). */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("bound must be positive: " + bound);
        }
        long threshold = Integer.toUnsignedLong(-bound) % bound;
        while (true) {
            long product = (nextLong() >>> 32) * bound;
            if ((product & 0xFFFFFFFFL) >= threshold) {
                return (int) (product >>> 32);
            }
        }
    }

    /** Uniform on [0, 1), a multiple of 2^-53. */
    public double nextDouble() {
        return (nextLong() >>> 11) * 0x1.0p-53;
    }

    /** A permutation of 0 to {@code n - 1}, each equally likely (Fisher and Yates). */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        for (int i = n - 1; i > 0; i--) {
            int j = nextInt(i + 1);
            int swap = order[i];
            order[i] = order[j];
            order[j] = swap;
        }
        return order;
    }

    private static long mix(long z) {
        long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
        return b ^ (b >>> 31);
    }
}
