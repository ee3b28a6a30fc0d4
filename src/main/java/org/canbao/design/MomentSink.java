package org.canbao.design;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.canbao.math.LongCodes;
import org.canbao.math.Parallel;

/**
 * Accumulates the moments of cells while rows stream by, in one pass and without keeping rows.
 *
 * <p>Bases start as constant within cells; one that turns out to vary joins the cross-products from then on, which is
 * exact, because its deviations were zero until then. Within a block the rows are sorted by cell and threads take whole
 * cells, so the sums do not depend on the number of threads.
 */
final class MomentSink implements RowSink {
    private static final int CELLS_PER_TASK = 32;

    private final int threads;
    private final int bases;
    /** Bases that also tell cells apart: slope variables. */
    private final int[] distinguishing;

    private final List<LongCodes> pairs = new ArrayList<>();
    private final List<LongCodes> values = new ArrayList<>();
    private final List<CellSums> cells = new ArrayList<>();
    private final List<int[]> cellCodes = new ArrayList<>();
    private final boolean[] varies;
    private int[] varying = new int[0];
    private int[] cellOf = new int[0];

    MomentSink(int bases, int keys, int[] distinguishing, int threads) {
        this.bases = bases;
        this.distinguishing = distinguishing;
        this.threads = threads;
        this.varies = new boolean[bases];
        for (int k = 0; k < keys + distinguishing.length; k++) {
            pairs.add(new LongCodes());
        }
        for (int k = 0; k < distinguishing.length; k++) {
            values.add(new LongCodes());
        }
    }

    @Override
    public void accept(int rows, double[][] columns, int[][] codes, double[] weights) {
        findCells(rows, columns, codes);
        findVarying(rows, columns);
        int[] starts = new int[cells.size() + 1];
        int[] order = sortByCell(rows, starts);
        int[] present = presentCells(starts);
        int tasks = (present.length + CELLS_PER_TASK - 1) / CELLS_PER_TASK;
        Parallel.forEach(tasks, threads, task -> {
            PieceKernel kernel = new PieceKernel(varying);
            int end = Math.min((task + 1) * CELLS_PER_TASK, present.length);
            for (int p = task * CELLS_PER_TASK; p < end; p++) {
                int cell = present[p];
                kernel.add(cells.get(cell), order, starts[cell], starts[cell + 1], columns, weights);
            }
        });
    }

    /** The cells, in the order of their keys' sorted levels. */
    Cells finish(List<String> keyNames, List<Dictionary> dictionaries) {
        int n = cells.size();
        int[] counts = new int[n];
        double[] weights = new double[n];
        double[][] means = new double[bases][n];
        double[][] products = new double[n][];
        for (int c = 0; c < n; c++) {
            CellSums sums = cells.get(c);
            counts[c] = sums.rows;
            weights[c] = sums.weight;
            products[c] = sums.products;
            for (int b = 0; b < bases; b++) {
                means[b][c] = sums.means[b];
            }
        }
        List<Key> keys = keys(keyNames, dictionaries);
        return new Cells(counts, weights, means, Optional.of(new Within(places(), products)), keys)
                .take(sorted(keys, means));
    }

    private void findCells(int rows, double[][] columns, int[][] codes) {
        if (cellOf.length < rows) {
            cellOf = new int[rows];
        }
        for (int i = 0; i < rows; i++) {
            int cell = 0;
            for (int k = 0; k < codes.length; k++) {
                cell = pairs.get(k).code(pair(cell, codes[k][i] + 1));
            }
            for (int d = 0; d < distinguishing.length; d++) {
                int value = values.get(d).code(Double.doubleToLongBits(columns[distinguishing[d]][i] + 0.0));
                cell = pairs.get(codes.length + d).code(pair(cell, value));
            }
            cellOf[i] = cell;
            if (cell == cells.size()) {
                begin(i, columns, codes);
            }
        }
    }

    private static long pair(int cell, int code) {
        return ((long) cell << 32) | code;
    }

    private void begin(int row, double[][] columns, int[][] codes) {
        double[] first = new double[bases];
        for (int b = 0; b < bases; b++) {
            first[b] = columns[b][row];
        }
        int[] own = new int[codes.length];
        for (int k = 0; k < own.length; k++) {
            own[k] = codes[k][row];
        }
        cells.add(new CellSums(first));
        cellCodes.add(own);
    }

    private void findVarying(int rows, double[][] columns) {
        for (int b = 0; b < bases; b++) {
            if (!varies[b] && variesNow(b, columns[b], rows)) {
                varies[b] = true;
                varying = Arrays.copyOf(varying, varying.length + 1);
                varying[varying.length - 1] = b;
            }
        }
    }

    private boolean variesNow(int base, double[] column, int rows) {
        for (int i = 0; i < rows; i++) {
            if (column[i] != cells.get(cellOf[i]).means[base]) {
                return true;
            }
        }
        return false;
    }

    /** Rows by cell, in their order within each (a counting sort); {@code starts} receives where cells begin. */
    private int[] sortByCell(int rows, int[] starts) {
        for (int i = 0; i < rows; i++) {
            starts[cellOf[i] + 1]++;
        }
        for (int c = 1; c < starts.length; c++) {
            starts[c] += starts[c - 1];
        }
        int[] next = starts.clone();
        int[] order = new int[rows];
        for (int i = 0; i < rows; i++) {
            order[next[cellOf[i]]++] = i;
        }
        return order;
    }

    private static int[] presentCells(int[] starts) {
        int[] present = new int[starts.length];
        int count = 0;
        for (int c = 0; c + 1 < starts.length; c++) {
            if (starts[c + 1] > starts[c]) {
                present[count++] = c;
            }
        }
        return Arrays.copyOf(present, count);
    }

    private int[] places() {
        int[] places = new int[bases];
        Arrays.fill(places, -1);
        for (int p = 0; p < varying.length; p++) {
            places[varying[p]] = p;
        }
        return places;
    }

    private List<Key> keys(List<String> names, List<Dictionary> dictionaries) {
        List<Key> keys = new ArrayList<>();
        for (int k = 0; k < names.size(); k++) {
            int[] ranks = dictionaries.get(k).ranks();
            int[] codes = new int[cells.size()];
            for (int c = 0; c < codes.length; c++) {
                int code = cellCodes.get(c)[k];
                codes[c] = code == Dictionary.NULL ? Dictionary.NULL : ranks[code];
            }
            keys.add(new Key(names.get(k), dictionaries.get(k).levels(), codes));
        }
        return keys;
    }

    private int[] sorted(List<Key> keys, double[][] means) {
        return IntStream.range(0, cells.size())
                .boxed()
                .sorted((a, b) -> compare(keys, means, a, b))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private int compare(List<Key> keys, double[][] means, int a, int b) {
        for (Key key : keys) {
            if (key.code(a) != key.code(b)) {
                return Integer.compare(key.code(a), key.code(b));
            }
        }
        for (int base : distinguishing) {
            if (means[base][a] != means[base][b]) {
                return Double.compare(means[base][a], means[base][b]);
            }
        }
        return 0;
    }
}
