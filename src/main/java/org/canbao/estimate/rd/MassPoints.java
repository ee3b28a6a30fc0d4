package org.canbao.estimate.rd;

import java.util.Arrays;

/**
 * The distinct values of a running variable, less the cutoff, in ascending order, with the rows that have them. All that
 * a density needs to know of its rows.
 */
public final class MassPoints {
    private final double[] values;
    private final long[] before;
    private final int right;

    private MassPoints(double[] values, long[] before) {
        this.values = values;
        this.before = before;
        int first = Arrays.binarySearch(values, 0);
        this.right = first >= 0 ? first : -first - 1;
    }

    /**
     * Of values with their rows, in any order, the same value perhaps several times.
     *
     * @param distances running variable less cutoff
     * @param counts rows of each
     */
    public static MassPoints of(double[] distances, long[] counts) {
        double[] sorted = new double[distances.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = distances[i] + 0.0; // no negative zero
        }
        Arrays.sort(sorted);
        int size = 0;
        for (double value : sorted) {
            if (size == 0 || sorted[size - 1] != value) {
                sorted[size++] = value;
            }
        }
        double[] values = Arrays.copyOf(sorted, size);
        long[] before = new long[size + 1];
        for (int i = 0; i < distances.length; i++) {
            before[Arrays.binarySearch(values, distances[i] + 0.0) + 1] += counts[i];
        }
        Arrays.parallelPrefix(before, Long::sum);
        return new MassPoints(values, before);
    }

    /** How many distinct values. */
    public int size() {
        return values.length;
    }

    /** How many of them are left of the cutoff, which is where the right side begins. */
    int right() {
        return right;
    }

    /** A value, less the cutoff. */
    public double value(int point) {
        return values[point];
    }

    /** Rows with that value. */
    long count(int point) {
        return before[point + 1] - before[point];
    }

    /** Rows with lesser values. */
    long before(int point) {
        return before[point];
    }

    /** All rows. */
    public long rows() {
        return before[values.length];
    }

    /** Rows left of the cutoff. */
    long leftRows() {
        return before[right];
    }

    /** Rows at or right of the cutoff. */
    long rightRows() {
        return rows() - leftRows();
    }

    /** Rows left of the cutoff and not farther from it than that. */
    long leftWithin(double distance) {
        return leftRows() - before[from(-distance)];
    }

    /** Rows right of the cutoff and not farther from it than that. */
    long rightWithin(double distance) {
        return before[to(distance)] - leftRows();
    }

    /** The first point that is not below a value. */
    int from(double least) {
        int found = Arrays.binarySearch(values, least + 0.0);
        return found >= 0 ? found : -found - 1;
    }

    /** The first point that is above a value. */
    int to(double most) {
        int found = Arrays.binarySearch(values, most + 0.0);
        return found >= 0 ? found + 1 : -found - 1;
    }

    /** The distance of the so-many-th row left of the cutoff, counted from it; of the last if there are fewer. */
    double leftRow(long rank) {
        long target = leftRows() - Math.min(rank, leftRows());
        int point = right - 1;
        while (before[point] > target) {
            point--;
        }
        return -values[point];
    }

    /** The distance of the so-many-th row right of the cutoff, counted from it; of the last if there are fewer. */
    double rightRow(long rank) {
        long target = leftRows() + Math.min(rank, rightRows());
        int point = right;
        while (before[point + 1] < target) {
            point++;
        }
        return values[point];
    }

    /** The distance of the so-many-th value left of the cutoff; of the last if there are fewer. */
    double leftValue(int rank) {
        return -values[right - Math.min(rank, right)];
    }

    /** The distance of the so-many-th value right of the cutoff; of the last if there are fewer. */
    double rightValue(int rank) {
        return values[right + Math.min(rank, size() - right) - 1];
    }

    /** The mean of the distances. */
    double mean() {
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += count(i) * values[i];
        }
        return sum / rows();
    }

    /** The standard deviation of the distances, n-1. */
    double sd() {
        double mean = mean();
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            squares += count(i) * (values[i] - mean) * (values[i] - mean);
        }
        return Math.sqrt(squares / (rows() - 1));
    }
}
