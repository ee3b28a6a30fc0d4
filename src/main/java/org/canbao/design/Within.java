package org.canbao.design;

/** For each cell, the weighted cross-products of the bases about their means in the cell. */
final class Within {
    /** Place of each base among those that vary within cells, or -1. */
    private final int[] place;
    /** One lower triangle per cell, by rows; a shorter one ends in zeros. */
    private final double[][] products;

    Within(int[] place, double[][] products) {
        this.place = place;
        this.products = products;
    }

    /** Whether a base varies within any cell. */
    boolean varies(int base) {
        return base != ColumnPlan.ONE && place[base] >= 0;
    }

    /** The cross-product of two bases in a cell. */
    double product(int cell, int a, int b) {
        if (!varies(a) || !varies(b)) {
            return 0;
        }
        int high = Math.max(place[a], place[b]);
        int low = Math.min(place[a], place[b]);
        int at = high * (high + 1) / 2 + low;
        double[] triangle = products[cell];
        return at < triangle.length ? triangle[at] : 0;
    }

    Within take(int[] cells) {
        double[][] taken = new double[cells.length][];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = products[cells[i]];
        }
        return new Within(place, taken);
    }
}
