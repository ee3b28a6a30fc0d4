package org.canbao.estimate.did;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.canbao.math.GroupIndex;

/**
 * The rows of a sample, in memory. Arrays are shared, not copied; nobody may write to them.
 *
 * @param outcome per row
 * @param weights per row
 * @param covariates per covariate and row, the intercept left out, each about its mean over all rows and over its largest
 *     distance from it
 * @param origin the first treated period of each row as read; {@link #NEVER} for none
 * @param cohorts the same as it is used
 * @param times the period of each row
 * @param units the unit of each row, from 0; empty with repeated cross-sections
 * @param clusters the cluster of each row, from 0; empty without clusters
 */
record Observations(
        double[] outcome,
        double[] weights,
        double[][] covariates,
        int[] origin,
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

    /** The same with one cohort under another's name. */
    Observations relabelled(int cohort, int name) {
        int[] named = cohorts.clone();
        for (int i = 0; i < named.length; i++) {
            named[i] = named[i] == cohort ? name : named[i];
        }
        return new Observations(outcome, weights, covariates, origin, named, times, units, clusters);
    }

    /** The same with units and clusters numbered without gaps. */
    Observations renumbered() {
        return new Observations(
                outcome,
                weights,
                covariates,
                origin,
                cohorts,
                times,
                units.map(Observations::dense),
                clusters.map(Observations::dense));
    }

    private static int[] dense(int[] codes) {
        GroupIndex index = GroupIndex.of(codes);
        int[] dense = new int[codes.length];
        for (int i = 0; i < dense.length; i++) {
            dense[i] = index.code(i);
        }
        return dense;
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
                take(origin, rows),
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
