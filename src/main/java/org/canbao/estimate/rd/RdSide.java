package org.canbao.estimate.rd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.canbao.math.Sums;

/** The rows on one side of a cutoff, by their running variable from low to high. */
final class RdSide {
    private final double[] running;
    private final double[] distances;
    private final double[][] columns;
    private final Optional<double[]> weights;
    private final Optional<int[]> clusters;
    private final int[] runs;
    private final boolean right;

    private RdSide(RdData data, double cutoff, int[] rows, boolean right) {
        this.right = right;
        running = take(data.running().values(), rows);
        distances = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            distances[i] = running[i] - cutoff;
        }
        List<double[]> all = new ArrayList<>();
        all.add(take(data.outcome().values(), rows));
        data.treatment().ifPresent(column -> all.add(take(column.values(), rows)));
        data.covariates().forEach(column -> all.add(take(column.values(), rows)));
        columns = all.toArray(double[][]::new);
        weights = data.weights().map(values -> take(values, rows));
        clusters = data.clusters()
                .map(by -> Arrays.stream(rows).map(row -> by.codes()[row]).toArray());
        runs = runs(running);
    }

    /** The rows below the cutoff and those at or above it. */
    static List<RdSide> split(RdData data, double cutoff) {
        int[] order = order(data.running().values());
        int first = 0;
        while (first < order.length && data.running().values()[order[first]] < cutoff) {
            first++;
        }
        return List.of(
                new RdSide(data, cutoff, Arrays.copyOf(order, first), false),
                new RdSide(data, cutoff, Arrays.copyOfRange(order, first, order.length), true));
    }

    /** Positions by ascending value; equal values in the order of the rows. */
    private static int[] order(double[] values) {
        double[] distinct = distinct(values);
        long[] keys = new long[values.length];
        for (int i = 0; i < keys.length; i++) {
            keys[i] = (long) Arrays.binarySearch(distinct, values[i] + 0.0) << 32 | i;
        }
        Arrays.sort(keys);
        return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
    }

    /** The distinct values, ascending; zero has no sign. */
    private static double[] distinct(double[] values) {
        double[] sorted = new double[values.length];
        for (int i = 0; i < sorted.length; i++) {
            sorted[i] = values[i] + 0.0;
        }
        Arrays.sort(sorted);
        int[] starts = runs(sorted);
        double[] distinct = new double[starts.length - 1];
        for (int run = 0; run < distinct.length; run++) {
            distinct[run] = sorted[starts[run]];
        }
        return distinct;
    }

    /** Where each distinct value begins, and the end. */
    private static int[] runs(double[] ascending) {
        int[] starts = new int[ascending.length + 1];
        int size = 0;
        for (int i = 0; i < ascending.length; i++) {
            if (i == 0 || ascending[i] != ascending[i - 1]) {
                starts[size++] = i;
            }
        }
        starts[size++] = ascending.length;
        return Arrays.copyOf(starts, size);
    }

    /** The standard deviation of the values of both sides, with denominator n - 1. */
    static double standardDeviation(double[] left, double[] right) {
        double n = (double) left.length + right.length;
        double mean = (Sums.sum(left) + Sums.sum(right)) / n;
        return Math.sqrt((squares(left, mean) + squares(right, mean)) / (n - 1));
    }

    private static double squares(double[] values, double mean) {
        double[] squares = new double[values.length];
        for (int i = 0; i < squares.length; i++) {
            squares[i] = (values[i] - mean) * (values[i] - mean);
        }
        return Sums.sum(squares);
    }

    private static double[] take(double[] all, int[] rows) {
        double[] taken = new double[rows.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = all[rows[i]];
        }
        return taken;
    }

    /** Rows. */
    int rows() {
        return running.length;
    }

    /** Distinct values of the running variable. */
    int values() {
        return runs.length - 1;
    }

    /** Distinct clusters; 0 without any. */
    int clusters() {
        return clusters.isEmpty() ? 0 : all().clusterCount();
    }

    /** Whether this is the side of the cutoff and above. */
    boolean isRight() {
        return right;
    }

    /** The distance of the row that is farthest from the cutoff. */
    double range() {
        return Math.abs(right ? distances[distances.length - 1] : distances[0]);
    }

    /** The distance of the {@code rank}-th distinct value from the cutoff, of the farthest if there are fewer. */
    double distanceOf(int rank) {
        int nth = Math.min(rank, values()) - 1;
        return Math.abs(distances[right ? runs[nth] : runs[values() - 1 - nth]]);
    }

    /** Whether a column is the same in all rows. */
    boolean isConstant(int column) {
        double first = columns[column][0];
        return Arrays.stream(columns[column]).allMatch(value -> value == first);
    }

    /** The rows of a run, from the cutoff on, that have weight within a bandwidth. */
    Stretch within(KernelPolynomial kernel, double bandwidth) {
        int low = 0;
        int high = values();
        while (low < high) {
            int middle = (low + high) >>> 1;
            int nth = right ? middle : values() - 1 - middle;
            if (kernel.at(distances[runs[nth]] / bandwidth) > 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return right ? new Stretch(this, 0, low) : new Stretch(this, values() - low, values());
    }

    /** All rows. */
    Stretch all() {
        return new Stretch(this, 0, values());
    }

    double[] running() {
        return running;
    }

    double[] distances() {
        return distances;
    }

    double[][] columns() {
        return columns;
    }

    Optional<double[]> weights() {
        return weights;
    }

    Optional<int[]> codes() {
        return clusters;
    }

    int[] runs() {
        return runs;
    }
}
