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
        Coded origin,
        Coded cohorts,
        Coded times,
        Optional<int[]> units,
        Optional<int[]> clusters) {
    /** The cohort of rows without treatment. */
    static final int NEVER = Integer.MAX_VALUE;

    /** How many rows. */
    int size() {
        return outcome.length;
    }

    /** The same with one cohort under another's name. */
    Observations relabelled(int cohort, int name) {
        return new Observations(
                outcome, weights, covariates, origin, cohorts.named(cohort, name), times, units, clusters);
    }

    /** The same with the units of a panel for clusters, if there are none. */
    Observations clustered() {
        return new Observations(outcome, weights, covariates, origin, cohorts, times, units, clusters.or(() -> units));
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
                units.map(codes -> GroupIndex.of(codes).codes()),
                clusters.map(codes -> GroupIndex.of(codes).codes()));
    }

    /** The rows whose value in a column satisfies a condition, in order; the same if all do. */
    Observations where(Coded column, IntPredicate condition) {
        return where(column.codes(), column.test(condition));
    }

    /**
     * Some rows, in order; the same if all are kept.
     *
     * @param codes of which kind each row is
     * @param kept which kinds stay
     */
    Observations where(int[] codes, boolean[] kept) {
        int[] rows = rows(codes, kept);
        return rows.length == size() ? this : take(rows);
    }

    private static int[] rows(int[] codes, boolean[] kept) {
        int[] rows = new int[codes.length];
        int size = 0;
        for (int i = 0; i < codes.length; i++) {
            if (kept[codes[i]]) {
                rows[size++] = i;
            }
        }
        return Arrays.copyOf(rows, size);
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
                origin.take(rows),
                cohorts.take(rows),
                times.take(rows),
                units.map(codes -> Coded.through(codes, rows)),
                clusters.map(codes -> Coded.through(codes, rows)));
    }

    /** Some elements, in their order. */
    static double[] take(double[] values, int[] rows) {
        double[] taken = new double[rows.length];
        for (int i = 0; i < taken.length; i++) {
            taken[i] = values[rows[i]];
        }
        return taken;
    }
}
