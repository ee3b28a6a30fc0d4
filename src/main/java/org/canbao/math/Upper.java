package org.canbao.math;

import java.util.ArrayList;
import java.util.List;

/** An upper triangular matrix R that grows by columns. */
final class Upper {
    /** Column j has j+1 entries. */
    private final List<double[]> columns = new ArrayList<>();

    int size() {
        return columns.size();
    }

    /** Adds a column: the first {@link #size()} entries of {@code above}, then {@code diagonal}. */
    void append(double[] above, double diagonal) {
        double[] column = new double[size() + 1];
        System.arraycopy(above, 0, column, 0, size());
        column[size()] = diagonal;
        columns.add(column);
    }

    /** Solves R x = b; {@code b} may be longer. */
    double[] solve(double[] b) {
        double[] x = new double[size()];
        System.arraycopy(b, 0, x, 0, x.length);
        for (int j = x.length - 1; j >= 0; j--) {
            double[] column = columns.get(j);
            x[j] /= column[j];
            for (int i = 0; i < j; i++) {
                x[i] -= column[i] * x[j];
            }
        }
        return x;
    }

    /** Solves R' x = b; {@code b} may be longer. */
    double[] solveTransposed(double[] b) {
        double[] x = new double[size()];
        for (int j = 0; j < x.length; j++) {
            double[] column = columns.get(j);
            double sum = b[j];
            for (int i = 0; i < j; i++) {
                sum -= column[i] * x[i];
            }
            x[j] = sum / column[j];
        }
        return x;
    }

    /** (R'R)^-1, symmetric to the last bit. */
    double[][] inverseGram() {
        int n = size();
        double[][] inverse = new double[n][];
        for (int j = 0; j < n; j++) {
            double[] unit = new double[n];
            unit[j] = 1;
            inverse[j] = solve(solveTransposed(unit));
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                inverse[i][j] = inverse[j][i];
            }
        }
        return inverse;
    }
}
