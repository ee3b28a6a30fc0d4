package org.canbao.estimate.did;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * The rows of a sample, in memory. Arrays are shared, not copied; nobody may write to them.
 *
 * @param outcome per row
 * @param weights per row
 * @param covariates per covariate and row, the intercept left out, each about its mean over all rows and over its largest
 *     distance from it
 * @param cohorts the first treated period of each row; {@link #NEVER} for none
 * @param times the period of each row
 * @param units the unit of each row, from 0; empty with repeated cross-sections
 * @param clusters the cluster of each row, from 0; empty without clusters
 */
record Observations(
        double[] outcome,
        double[] weights,
        double[][] covariates,
        int[] cohorts,
        int[] times,
        Optional<int[]> units,
        Optional<int[]> clusters) {
    /** The cohort of rows without treatment. */
    static final int NEVER = Integer.MAX_VALUE;

    /** How many rows. */
    int size() {
        return outcome.length;
    }

    /** The distinct periods, ascending. */
    int[] distinctTimes() {
        return distinct(times);
    }

    /** The distinct cohorts, ascending, {@link #NEVER} last. */
    int[] distinctCohorts() {
        return distinct(cohorts);
    }

    /** The rows that satisfy a condition, in order; the same if all do. */
    Observations where(IntPredicate row) {
        int[] kept = new int[size()];
        int rows = 0;
        for (int i = 0; i < size(); i++) {
            if (row.test(i)) {
                kept[rows++] = i;
            }
        }
        return rows == size() ? this : take(Arrays.copyOf(kept, rows));
    }

    private Observations take(int[] rows) {
        double[][] taken = new double[covariates.length][];
        for (int j = 0; j < taken.length; j++) {
            taken[j] = take(covariates[j], rows);
        }
        return new Observations(
                take(outcome, rows),
                take(weights, rows),
                taken,
                take(cohorts, rows),
                take(times, rows),
                units.map(u -> take(u, rows)),
                clusters.map(c -> take(c, rows)));
    }

    /** Some elements, in their order. */
    static double[] take(double[] values, int[] rows) {
        double[] taken = new double[rows.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = values[rows[i]];
        }
        return taken;
    }

    /** Some elements, in their order. */
    static int[] take(int[] values, int[] rows) {
        int[] taken = new int[rows.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = values[rows[i]];
        }
        return taken;
    }

    private static int[] distinct(int[] values) {
        int[] found = new int[16];
        int size = 0;
        for (int value : values) {
            int at = Arrays.binarySearch(found, 0, size, value);
            if (at < 0) {
                found = size == found.length ? Arrays.copyOf(found, 2 * size) : found;
                System.arraycopy(found, -at - 1, found, -at, size + at + 1);
                found[-at - 1] = value;
                size++;
            }
        }
        return Arrays.copyOf(found, size);
    }
}
