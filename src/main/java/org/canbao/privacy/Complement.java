package org.canbao.privacy;

import java.util.Arrays;

/**
 * What must be hidden besides small counts so that none can be computed from totals. The hidden cells of a table are the
 * edges of a graph whose nodes are its rows and columns; a cell follows exactly from the totals of rows and columns if and
 * only if its edge is a bridge (Gusfield 1988, A graph theoretic approach to statistical data security, SIAM Journal on
 * Computing 17(3)). So for each hidden cell the cheapest circle through it is hidden too, cell by cell: a greedy secondary
 * suppression as in Hundepool et al. (2012, Statistical Disclosure Control, section 4.4). A total that is not known is a
 * further cell of its row or column, which is hidden from the beginning.
 *
 * <p>This prevents the computation of a hidden count, not its estimation within bounds, and knows no totals but those of
 * this table. A cell of a table without another cell that could be hidden stays alone.
 */
public final class Complement {
    /** What an empty cell costs: everybody may know that it is empty, so any other is better. */
    private static final double ZERO = 1e15;

    private final double[][] counts;
    private final boolean[][] hidden;
    private final boolean rowTotals;
    private final boolean columnTotals;
    private final int rows;
    private final int columns;

    private Complement(double[][] counts, boolean[][] small, boolean rowTotals, boolean columnTotals) {
        this.counts = counts;
        this.rows = counts.length;
        this.columns = rows == 0 ? 0 : counts[0].length;
        this.hidden = new boolean[rows][];
        for (int i = 0; i < rows; i++) {
            hidden[i] = small[i].clone();
        }
        this.rowTotals = rowTotals;
        this.columnTotals = columnTotals;
    }

    /**
     * All cells to hide in a table with rows and columns of equal length.
     *
     * @param counts the counts, by row and column; NaN where there is no cell
     * @param small which must be hidden in any case
     * @param rowTotals whether the total of each row is known
     * @param columnTotals whether the total of each column is known
     * @return which cells to hide, those of {@code small} included
     */
    public static boolean[][] of(double[][] counts, boolean[][] small, boolean rowTotals, boolean columnTotals) {
        Complement complement = new Complement(counts, small, rowTotals, columnTotals);
        complement.closeCircles();
        return complement.hidden;
    }

    /** All cells to hide of one line whose total is known. */
    public static boolean[] ofLine(double[] counts, boolean[] small) {
        return of(new double[][] {counts}, new boolean[][] {small}, true, false)[0];
    }

    private void closeCircles() {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                if (hidden[i][j]) {
                    closeCircle(i, j);
                }
            }
        }
    }

    /**
     * Hides what is missing to the cheapest circle through a hidden cell: the shortest way (Dijkstra 1959) from its row to
     * its column without itself, where a step costs nothing over a hidden cell and its count over a shown one.
     */
    private void closeCircle(int row, int column) {
        int nodes = rows + 1 + columns + 1;
        double[] costs = new double[nodes];
        int[] before = new int[nodes];
        boolean[] done = new boolean[nodes];
        Arrays.fill(costs, Double.POSITIVE_INFINITY);
        costs[row] = 0;
        for (int node = row; node >= 0; node = nearest(costs, done)) {
            done[node] = true;
            for (int next = 0; next < nodes; next++) {
                boolean itself = Math.min(node, next) == row && Math.max(node, next) == columnNode(column);
                double cost = itself ? Double.POSITIVE_INFINITY : costs[node] + cost(node, next);
                if (cost < costs[next]) {
                    costs[next] = cost;
                    before[next] = node;
                }
            }
        }
        if (costs[columnNode(column)] < Double.POSITIVE_INFINITY) {
            for (int node = columnNode(column); node != row; node = before[node]) {
                hide(Math.min(node, before[node]), Math.max(node, before[node]) - rows - 1);
            }
        }
    }

    private void hide(int row, int column) {
        if (row < rows && column < columns) {
            hidden[row][column] = true;
        }
    }

    private static int nearest(double[] costs, boolean[] done) {
        int nearest = -1;
        for (int node = 0; node < costs.length; node++) {
            if (!done[node]
                    && costs[node] < Double.POSITIVE_INFINITY
                    && (nearest < 0 || costs[node] < costs[nearest])) {
                nearest = node;
            }
        }
        return nearest;
    }

    /** Nodes are the rows, the unknown part of columns, the columns, the unknown part of rows. */
    private int columnNode(int column) {
        return rows + 1 + column;
    }

    private double cost(int from, int to) {
        int row = Math.min(from, to);
        int column = Math.max(from, to) - rows - 1;
        if (row > rows || column < 0) {
            return Double.POSITIVE_INFINITY;
        }
        if (row == rows || column == columns) {
            boolean unknown = (row < rows || !columnTotals) && (column < columns || !rowTotals);
            return unknown ? 0 : Double.POSITIVE_INFINITY;
        }
        if (hidden[row][column]) {
            return 0;
        }
        double count = counts[row][column];
        return Double.isNaN(count) ? Double.POSITIVE_INFINITY : count > 0 ? count : ZERO;
    }
}
