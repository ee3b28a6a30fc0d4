package org.canbao.estimate.did;

/**
 * The rows of one comparison, packed: the treated before, the treated after, the controls before, the controls after. With
 * a panel a row is a unit, its outcome the change, and all are "after".
 *
 * <p>Arrays are shared, not copied; nobody may write to them. {@code x} has {@code width} numbers per row, the first of
 * which is one; with {@code width} 1, the intercept alone, it is empty.
 */
final class CellRows {
    private final int[] ends;
    private final int width;
    private final double[] y;
    private final double[] w;
    private final double[] x;

    /**
     * @param ends where each of the four parts ends
     * @param width covariates, the intercept included
     * @param y outcomes
     * @param w weights
     * @param x covariates, row by row
     */
    CellRows(int[] ends, int width, double[] y, double[] w, double[] x) {
        this.ends = ends;
        this.width = width;
        this.y = y;
        this.w = w;
        this.x = x;
    }

    /** A part of the rows. */
    record Part(int from, int to) {
        int size() {
            return to - from;
        }
    }

    /** How many rows. */
    int size() {
        return y.length;
    }

    /** How many covariates, the intercept included. */
    int width() {
        return width;
    }

    /** Whether rows before and after are different units. */
    boolean isRepeated() {
        return before(true).size() + before(false).size() > 0;
    }

    /** The treated or the controls of the base period. */
    Part before(boolean treated) {
        return part(treated ? 0 : 2);
    }

    /** The treated or the controls of the period. */
    Part after(boolean treated) {
        return part(treated ? 1 : 3);
    }

    /** All treated. */
    Part treated() {
        return new Part(0, ends[1]);
    }

    /** All controls. */
    Part controls() {
        return new Part(ends[1], ends[3]);
    }

    double y(int row) {
        return y[row];
    }

    double w(int row) {
        return w[row];
    }

    double[] outcomes() {
        return y;
    }

    double[] weights() {
        return w;
    }

    double[] covariates() {
        return x;
    }

    /** The covariates of a row times coefficients. */
    double predict(int row, double[] coefficients) {
        double sum = 0;
        for (int j = 0, at = row * width; j < width; j++, at++) {
            sum += x[at] * coefficients[j];
        }
        return sum;
    }

    /** The means of the covariates over a part, weighted. */
    double[] means(Part part, double[] weights) {
        double[] sums = new double[width];
        double total = 0;
        for (int i = part.from(); i < part.to(); i++) {
            total += weights[i];
            for (int j = 0, at = i * width; j < width; j++, at++) {
                sums[j] += weights[i] * x[at];
            }
        }
        for (int j = 0; j < width; j++) {
            sums[j] /= total;
        }
        return sums;
    }

    private Part part(int number) {
        return new Part(number == 0 ? 0 : ends[number - 1], ends[number]);
    }
}
