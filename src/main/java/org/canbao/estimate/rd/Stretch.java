package org.canbao.estimate.rd;

import java.util.Arrays;
import java.util.BitSet;

/**
 * Neighbouring rows of a side: whole runs of equal values of the running variable.
 *
 * @param side the side
 * @param firstRun the first run
 * @param endRun the run after the last
 */
record Stretch(RdSide side, int firstRun, int endRun) {
    /** Rows. */
    int rows() {
        return to() - from();
    }

    /** Distinct values of the running variable. */
    int values() {
        return endRun - firstRun;
    }

    /** Its first row in the side. */
    int from() {
        return side.runs()[firstRun];
    }

    private int to() {
        return side.runs()[endRun];
    }

    /** Where a run begins, counted from the first row of the stretch. */
    int start(int run) {
        return side.runs()[firstRun + run] - from();
    }

    /** The running variable of a run. */
    double value(int run) {
        return side.running()[side.runs()[firstRun + run]];
    }

    /** Distances from the cutoff, by row. */
    double[] distances() {
        return slice(side.distances());
    }

    /** A column, by row. */
    double[] column(int column) {
        return slice(side.columns()[column]);
    }

    /** The clusters, by row. */
    int[] clusters() {
        return Arrays.copyOfRange(side.codes().orElseThrow(), from(), to());
    }

    /** Distinct clusters. */
    int clusterCount() {
        BitSet seen = new BitSet();
        for (int code : clusters()) {
            seen.set(code);
        }
        return seen.cardinality();
    }

    /** Kernel weights within a bandwidth, times the weights of the data; only their ratios matter. */
    double[] weights(KernelPolynomial kernel, double bandwidth) {
        double[] weights = new double[rows()];
        double[] distances = side.distances();
        for (int i = 0; i < weights.length; i++) {
            weights[i] = kernel.at(distances[from() + i] / bandwidth);
        }
        side.weights().ifPresent(own -> {
            for (int i = 0; i < weights.length; i++) {
                weights[i] *= own[from() + i];
            }
        });
        return weights;
    }

    /** The sum of the columns, each times its factor. */
    double[] combination(double[] factors) {
        double[] sum = new double[rows()];
        for (int c = 0; c < factors.length; c++) {
            double factor = factors[c];
            double[] column = side.columns()[c];
            for (int i = 0; i < sum.length && factor != 0; i++) {
                sum[i] += factor * column[from() + i];
            }
        }
        return sum;
    }

    /** The longer of this and another stretch of the same side; both end at the cutoff. */
    Stretch or(Stretch other) {
        return rows() >= other.rows() ? this : other;
    }

    private double[] slice(double[] all) {
        return Arrays.copyOfRange(all, from(), to());
    }
}
