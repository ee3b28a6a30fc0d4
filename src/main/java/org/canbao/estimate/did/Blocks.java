package org.canbao.estimate.did;

/**
 * A stable sort of observations by block.
 *
 * @param starts where each block starts, and where the last ends
 * @param order the observations in the order of blocks
 */
record Blocks(int[] starts, int[] order) {
    /** Sorts by counting. */
    static Blocks of(int[] blockOf, int blocks) {
        int[] starts = new int[blocks + 1];
        for (int block : blockOf) {
            starts[block + 1]++;
        }
        for (int b = 0; b < blocks; b++) {
            starts[b + 1] += starts[b];
        }
        int[] next = starts.clone();
        int[] order = new int[blockOf.length];
        for (int i = 0; i < order.length; i++) {
            order[next[blockOf[i]]++] = i;
        }
        return new Blocks(starts, order);
    }

    /** How many observations a block has. */
    int size(int block) {
        return starts[block + 1] - starts[block];
    }
}
