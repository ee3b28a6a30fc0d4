package org.canbao.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Keeps all rows: each is a cell of its own. */
final class RowCollector implements RowSink {
    private final double[][] bases;
    private final int[][] codes;
    private double[] weights;
    private int size;

    RowCollector(int bases, int keys, long expectedRows) {
        int capacity = (int) Math.max(1024, Math.min(expectedRows, Integer.MAX_VALUE - 8));
        this.bases = new double[bases][capacity];
        this.codes = new int[keys][capacity];
        this.weights = new double[capacity];
    }

    @Override
    public void accept(int rows, double[][] columns, int[][] keyCodes, double[] rowWeights) {
        if (size + rows > weights.length) {
            grow(Math.max(size + rows, weights.length + weights.length / 2));
        }
        for (int b = 0; b < bases.length; b++) {
            System.arraycopy(columns[b], 0, bases[b], size, rows);
        }
        for (int k = 0; k < codes.length; k++) {
            System.arraycopy(keyCodes[k], 0, codes[k], size, rows);
        }
        System.arraycopy(rowWeights, 0, weights, size, rows);
        size += rows;
    }

    /** The rows. */
    Cells finish(List<String> keyNames, List<Dictionary> dictionaries) {
        int[] counts = new int[size];
        Arrays.fill(counts, 1);
        List<Key> keys = new ArrayList<>();
        for (int k = 0; k < codes.length; k++) {
            int[] ranked = ranked(codes[k], dictionaries.get(k).ranks(), size);
            keys.add(new Key(keyNames.get(k), dictionaries.get(k).levels(), ranked));
        }
        for (int b = 0; b < bases.length; b++) {
            bases[b] = whole(bases[b]);
        }
        return new Cells(counts, whole(weights), bases, Optional.empty(), keys);
    }

    private static int[] ranked(int[] codes, int[] ranks, int size) {
        int[] ranked = new int[size];
        for (int i = 0; i < size; i++) {
            ranked[i] = codes[i] == Dictionary.NULL ? Dictionary.NULL : ranks[codes[i]];
        }
        return ranked;
    }

    private double[] whole(double[] values) {
        return values.length == size ? values : Arrays.copyOf(values, size);
    }

    private void grow(int capacity) {
        for (int b = 0; b < bases.length; b++) {
            bases[b] = Arrays.copyOf(bases[b], capacity);
        }
        for (int k = 0; k < codes.length; k++) {
            codes[k] = Arrays.copyOf(codes[k], capacity);
        }
        weights = Arrays.copyOf(weights, capacity);
    }
}
