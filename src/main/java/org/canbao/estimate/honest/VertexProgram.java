package org.canbao.estimate.honest;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * The linear program max y'γ over γ ≥ 0 with W'γ = e₁, for many y and one W, by the primal simplex method on a dense
 * tableau. Each solution begins at the vertex of the one before it. The polytope must be bounded.
 */
final class VertexProgram {
    private static final double TOLERANCE = 1e-10;
    /** Pivots after which ties are broken by position, so that no cycle can form. */
    private static final int BLAND = 200;

    private static final int MOST_PIVOTS = 20_000;

    /** W', an identity for the artificial variables of the first phase, and e₁. */
    private final double[][] constraints;

    private final int rows;
    private final int columns;
    private final int[] basis;
    private double[][] tableau;

    /**
     * @param w one row per variable, one column per constraint
     * @throws IllegalArgumentException if no γ fulfils the constraints
     */
    VertexProgram(double[][] w) {
        this.columns = w.length;
        this.rows = w[0].length;
        this.constraints = new double[rows][columns + rows + 1];
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                constraints[i][j] = w[j][i];
            }
            constraints[i][columns + i] = 1;
        }
        constraints[0][columns + rows] = 1;
        this.basis = IntStream.range(columns, columns + rows).toArray();
        this.tableau = new double[0][];
        findVertex();
    }

    /**
     * A solution.
     *
     * @param value the maximum
     * @param gamma where it is
     */
    record Solution(double value, double[] gamma) {}

    /** The maximum for y. */
    Solution maximise(double[] y) {
        refresh();
        optimise(y);
        double[] gamma = new double[columns];
        double value = 0;
        for (int i = 0; i < rows; i++) {
            gamma[basis[i]] = value(i);
            value += y[basis[i]] * value(i);
        }
        return new Solution(value, gamma);
    }

    /**
     * How far v can grow from {@code from} with the present vertex the best for z + v c; infinity if for ever.
     *
     * <p>The vertex must be the best at {@code from}. Where it has several bases, all of them are tried in turn.
     */
    double reach(double[] z, double[] c, double from) {
        int[] before = basis.clone();
        double v = from;
        double reached = Double.NaN;
        for (int pivot = 0; Double.isNaN(reached); pivot++) {
            int entering = -1;
            double next = Double.POSITIVE_INFINITY;
            for (int j = 0; j < columns; j++) {
                double slope = reducedCost(c, j);
                if (slope > TOLERANCE && !isBasic(j)) {
                    double at = Math.max(v, -reducedCost(z, j) / slope);
                    if (at < next) {
                        next = at;
                        entering = j;
                    }
                }
            }
            v = next;
            int leaving = entering < 0 ? -1 : leaving(entering);
            if (leaving < 0 || value(leaving) > TOLERANCE || pivot > MOST_PIVOTS) {
                reached = v;
            } else {
                pivot(leaving, entering);
            }
        }
        System.arraycopy(before, 0, basis, 0, rows);
        refresh();
        return reached;
    }

    private void optimise(double[] y) {
        double scale = Arrays.stream(y).map(Math::abs).max().orElse(0);
        for (int pivots = 0; pivots < MOST_PIVOTS; pivots++) {
            int entering = entering(y, TOLERANCE * scale, pivots > BLAND);
            if (entering < 0) {
                return;
            }
            pivot(leaving(entering), entering);
        }
        throw new IllegalStateException("the simplex method does not end");
    }

    private int entering(double[] y, double least, boolean first) {
        int entering = -1;
        double most = least;
        for (int j = 0; j < columns; j++) {
            double gain = reducedCost(y, j);
            if (gain > most && !isBasic(j)) {
                entering = j;
                most = gain;
                if (first) {
                    break;
                }
            }
        }
        return entering;
    }

    private double reducedCost(double[] y, int j) {
        double cost = y[j];
        for (int i = 0; i < rows; i++) {
            cost -= y[basis[i]] * tableau[i][j];
        }
        return cost;
    }

    private boolean isBasic(int j) {
        for (int basic : basis) {
            if (basic == j) {
                return true;
            }
        }
        return false;
    }

    /** The row with the smallest ratio; of equal ones that whose variable comes first. */
    private int leaving(int entering) {
        int leaving = -1;
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rows; i++) {
            if (tableau[i][entering] > TOLERANCE) {
                double ratio = value(i) / tableau[i][entering];
                boolean tie = leaving >= 0 && Math.abs(ratio - least) <= TOLERANCE;
                if (tie ? basis[i] < basis[leaving] : ratio < least) {
                    leaving = i;
                    least = ratio;
                }
            }
        }
        return leaving;
    }

    private void pivot(int row, int column) {
        double[] pivotRow = tableau[row];
        double pivot = pivotRow[column];
        for (int j = 0; j < pivotRow.length; j++) {
            pivotRow[j] /= pivot;
        }
        for (int i = 0; i < rows; i++) {
            double factor = tableau[i][column];
            if (i != row && factor != 0) {
                for (int j = 0; j < pivotRow.length; j++) {
                    tableau[i][j] -= factor * pivotRow[j];
                }
            }
        }
        basis[row] = column;
    }

    /** The tableau of the basis, from the constraints, so that rounding does not add up over solutions. */
    private void refresh() {
        int[] wanted = basis.clone();
        tableau = new double[rows][];
        for (int i = 0; i < rows; i++) {
            tableau[i] = constraints[i].clone();
        }
        boolean[] done = new boolean[rows];
        for (int column : wanted) {
            int row = -1;
            for (int i = 0; i < rows; i++) {
                if (!done[i] && (row < 0 || Math.abs(tableau[i][column]) > Math.abs(tableau[row][column]))) {
                    row = i;
                }
            }
            done[row] = true;
            pivot(row, column);
        }
    }

    /** The value of a row's basic variable. */
    private double value(int row) {
        return tableau[row][columns + rows];
    }

    /** A first vertex: the artificial variables are driven out. */
    private void findVertex() {
        refresh();
        double[] artificial = new double[columns + rows];
        Arrays.fill(artificial, columns, columns + rows, -1);
        optimise(artificial);
        for (int i = 0; i < rows; i++) {
            if (basis[i] >= columns) {
                exchange(i);
            }
        }
    }

    /** Puts a variable of the program, at the same value of zero, in the place of an artificial one. */
    private void exchange(int row) {
        int best = 0;
        for (int j = 1; j < columns; j++) {
            if (!isBasic(j) && Math.abs(tableau[row][j]) > Math.abs(tableau[row][best])) {
                best = j;
            }
        }
        if (value(row) > TOLERANCE || Math.abs(tableau[row][best]) < TOLERANCE) {
            throw new IllegalArgumentException("the constraints have no solution, or say something twice");
        }
        pivot(row, best);
    }
}
