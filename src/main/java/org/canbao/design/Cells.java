package org.canbao.design;

import java.util.List;
import java.util.Optional;

/**
 * The data of a model: cells of rows that share the levels of all keys, with the moments of the bases in each. A cell may
 * be a single row; then there is nothing within.
 */
final class Cells {
    private final int[] counts;
    private final double[] weights;
    private final double[][] means;
    private final Optional<Within> within;
    private final List<Key> keys;

    /**
     * @param counts rows per cell
     * @param weights sum of weights per cell
     * @param means per base, its weighted mean in each cell
     * @param within cross-products within cells; empty if each cell is a row
     * @param keys the levels of each cell
     */
    Cells(int[] counts, double[] weights, double[][] means, Optional<Within> within, List<Key> keys) {
        this.counts = counts;
        this.weights = weights;
        this.means = means;
        this.within = within;
        this.keys = List.copyOf(keys);
    }

    int size() {
        return counts.length;
    }

    int[] counts() {
        return counts;
    }

    double[] weights() {
        return weights;
    }

    double[] mean(int base) {
        return means[base];
    }

    Optional<Within> within() {
        return within;
    }

    List<Key> keys() {
        return keys;
    }

    /** The same cells as if each were a row, with other weights and another outcome, which is base 0. */
    Cells working(double[] otherWeights, double[] outcome) {
        double[][] others = means.clone();
        others[0] = outcome;
        return new Cells(counts, otherWeights, others, Optional.empty(), keys);
    }

    /** The same cells in another order, or some of them. */
    Cells take(int[] cells) {
        int[] takenCounts = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            takenCounts[i] = counts[cells[i]];
        }
        double[][] takenMeans = new double[means.length][];
        for (int b = 0; b < means.length; b++) {
            takenMeans[b] = take(means[b], cells);
        }
        return new Cells(
                takenCounts,
                take(weights, cells),
                takenMeans,
                within.map(w -> w.take(cells)),
                keys.stream().map(key -> key.take(cells)).toList());
    }

    /** The values of some cells. */
    static double[] take(double[] values, int[] cells) {
        double[] taken = new double[cells.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = values[cells[i]];
        }
        return taken;
    }
}
