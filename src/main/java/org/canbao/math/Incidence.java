package org.canbao.math;

import java.util.Arrays;

/**
 * How often the levels of two effects meet: the weighted counts of their combinations that occur, by levels of the first.
 */
final class Incidence {
    private final int[] starts;
    private final int[] columns;
    /** Sum of weights of each combination; empty if all are one. */
    private final double[] weights;

    private final int width;

    private Incidence(int[] starts, int[] columns, double[] weights, int width) {
        this.starts = starts;
        this.columns = columns;
        this.weights = weights;
        this.width = width;
    }

    /**
     * Counts.
     *
     * @param rows levels that become rows
     * @param order elements sorted by them, as {@link #order} gives them
     * @param across levels that become columns
     * @param weights one per element
     */
    static Incidence of(GroupIndex rows, int[] order, GroupIndex across, double[] weights) {
        int[] starts = new int[rows.groups() + 1];
        int[] columns = new int[order.length];
        double[] sums = new double[order.length];
        int[] place = new int[across.groups()];
        Arrays.fill(place, -1);
        int filled = 0;
        int row = 0;
        for (int element : order) {
            while (row < rows.code(element)) {
                starts[++row] = filled;
            }
            int column = across.code(element);
            if (place[column] < starts[row]) {
                place[column] = filled;
                columns[filled++] = column;
            }
            sums[place[column]] += weights[element];
        }
        while (row < rows.groups()) {
            starts[++row] = filled;
        }
        return new Incidence(
                starts,
                filled == columns.length ? columns : Arrays.copyOf(columns, filled),
                plain(filled == sums.length ? sums : Arrays.copyOf(sums, filled)),
                across.groups());
    }

    /** No weights if all are one. */
    private static double[] plain(double[] sums) {
        for (double sum : sums) {
            if (sum != 1) {
                return sums;
            }
        }
        return new double[0];
    }

    /** Counts: in a table of all combinations if there are fewer of them than elements, else sorting the elements. */
    static Incidence of(GroupIndex rows, GroupIndex across, double[] weights) {
        return (long) rows.groups() * across.groups() <= rows.size()
                ? tabulated(rows, across, weights)
                : of(rows, order(rows), across, weights);
    }

    private static Incidence tabulated(GroupIndex rows, GroupIndex across, double[] weights) {
        int width = across.groups();
        double[] table = new double[rows.groups() * width];
        for (int i = 0; i < weights.length; i++) {
            table[rows.code(i) * width + across.code(i)] += weights[i];
        }
        int[] starts = new int[rows.groups() + 1];
        int[] columns = new int[table.length];
        int filled = 0;
        for (int cell = 0; cell < table.length; cell++) {
            if (table[cell] > 0) {
                columns[filled] = cell % width;
                table[filled++] = table[cell];
            }
            starts[cell / width + 1] = filled;
        }
        return new Incidence(starts, Arrays.copyOf(columns, filled), plain(Arrays.copyOf(table, filled)), width);
    }

    /** Elements sorted by level, stably. */
    static int[] order(GroupIndex groups) {
        int[] next = new int[groups.groups() + 1];
        for (int i = 0; i < groups.size(); i++) {
            next[groups.code(i) + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] order = new int[groups.size()];
        for (int i = 0; i < order.length; i++) {
            order[next[groups.code(i)]++] = i;
        }
        return order;
    }

    /** The same with rows and columns exchanged. */
    Incidence transposed() {
        int[] next = new int[width + 1];
        for (int column : columns) {
            next[column + 1]++;
        }
        Arrays.parallelPrefix(next, Integer::sum);
        int[] newStarts = next.clone();
        int[] newColumns = new int[columns.length];
        double[] newWeights = new double[weights.length];
        for (int row = 0; row < rows(); row++) {
            for (int k = starts[row]; k < starts[row + 1]; k++) {
                int at = next[columns[k]]++;
                newColumns[at] = row;
                if (weights.length > 0) {
                    newWeights[at] = weights[k];
                }
            }
        }
        return new Incidence(newStarts, newColumns, newWeights, rows());
    }

    int rows() {
        return starts.length - 1;
    }

    int width() {
        return width;
    }

    /** Where the entries of a row begin; those of the last row end where the row after it would begin. */
    int start(int row) {
        return starts[row];
    }

    int column(int entry) {
        return columns[entry];
    }

    double weight(int entry) {
        return weights.length == 0 ? 1 : weights[entry];
    }

    /** Whether each row meets each column once, as in a balanced panel: every row's sum of columns is then the same. */
    boolean isComplete() {
        if (weights.length > 0 || columns.length != (long) rows() * width) {
            return false;
        }
        for (int row = 0; row < rows(); row++) {
            if (starts[row] != row * width) {
                return false;
            }
        }
        return true;
    }

    /** The weighted sum of a row's columns of {@code x}. */
    double dot(int row, double[] x) {
        double sum = 0;
        int end = starts[row + 1];
        if (weights.length == 0) {
            for (int k = starts[row]; k < end; k++) {
                sum += x[columns[k]];
            }
        } else {
            for (int k = starts[row]; k < end; k++) {
                sum += weights[k] * x[columns[k]];
            }
        }
        return sum;
    }

    /** Adds the row times {@code scale} to {@code x}. */
    void add(int row, double scale, double[] x) {
        int end = starts[row + 1];
        if (weights.length == 0) {
            for (int k = starts[row]; k < end; k++) {
                x[columns[k]] += scale;
            }
        } else {
            for (int k = starts[row]; k < end; k++) {
                x[columns[k]] += weights[k] * scale;
            }
        }
    }

    /** Adds the row's weights to that row of a matrix, or to that column of it. */
    void addTo(int row, double[][] matrix, boolean asRow) {
        for (int k = starts[row]; k < starts[row + 1]; k++) {
            if (asRow) {
                matrix[row][columns[k]] += weight(k);
            } else {
                matrix[columns[k]][row] += weight(k);
            }
        }
    }
}
