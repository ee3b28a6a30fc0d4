package org.canbao.estimate.did;

import java.util.Arrays;

/**
 * A balanced panel: an observation is a unit, a block the units of a cohort. In a comparison of two periods a unit's outcome
 * is its change, and its covariates and weight are those of the earlier period.
 */
final class Panel implements Comparisons {
    private final Cohorts cohorts;
    private final Blocks blocks;
    /** Per period and unit. */
    private final double[][] outcome;

    private final double[][] weights;
    /** Per covariate, period and unit. */
    private final double[][][] covariates;

    private final int[] clusters;
    private final int groups;

    /** From rows of which each unit has one in every period. */
    Panel(Observations rows, Cohorts cohorts) {
        this.cohorts = cohorts;
        int[] units = rows.units().orElseThrow();
        int[] timeOf = CohortIndex.positions(rows.times(), cohorts.times());
        int size = rows.size() / cohorts.periods();
        int[][] at = new int[cohorts.periods()][size];
        place(at, timeOf, units);
        blocks = Blocks.of(CohortIndex.of(rows.cohorts().take(at[0]), cohorts), cohorts.size());
        for (int t = 0; t < at.length; t++) {
            at[t] = Coded.through(at[t], blocks.order());
        }
        outcome = spread(rows.outcome(), at);
        weights = spread(rows.weights(), at);
        covariates = new double[rows.covariates().length][][];
        for (int j = 0; j < covariates.length; j++) {
            covariates[j] = spread(rows.covariates()[j], at);
        }
        clusters = rows.clusters().map(c -> Coded.through(c, at[0])).orElseGet(() -> new int[0]);
        groups = Arrays.stream(clusters).max().orElse(-1) + 1;
    }

    /** The row of each period and unit. */
    private static void place(int[][] at, int[] timeOf, int[] units) {
        for (int i = 0; i < units.length; i++) {
            at[timeOf[i]][units[i]] = i;
        }
    }

    private static double[][] spread(double[] values, int[][] at) {
        double[][] byPeriod = new double[at.length][];
        for (int t = 0; t < at.length; t++) {
            byPeriod[t] = Observations.take(values, at[t]);
        }
        return byPeriod;
    }

    @Override
    public int blocks() {
        return cohorts.size();
    }

    @Override
    public int cohort(int block) {
        return block;
    }

    @Override
    public int start(int block) {
        return blocks.starts()[block];
    }

    @Override
    public double[] shares() {
        return weights[0];
    }

    @Override
    public int[] clusterOf() {
        return clusters;
    }

    @Override
    public int clusters() {
        return groups;
    }

    @Override
    public long count(int cohort, int time) {
        return blocks.size(cohort);
    }

    @Override
    public int[] blocks(Cell cell) {
        int[] used = new int[1 + cell.controls().size()];
        used[0] = cell.cohort();
        for (int c = 1; c < used.length; c++) {
            used[c] = cell.controls().get(c - 1);
        }
        return used;
    }

    @Override
    public CellRows rows(Cell cell) {
        int[] used = blocks(cell);
        int treated = blocks.size(used[0]);
        int units = 0;
        for (int block : used) {
            units += blocks.size(block);
        }
        if (treated == 0 || units == treated) {
            throw new NotEstimable(
                    "no " + (treated == 0 ? "treated" : "controls") + " in " + cohorts.period(cell.time()));
        }
        return pack(cell, used, new int[] {0, treated, treated, units});
    }

    private CellRows pack(Cell cell, int[] used, int[] ends) {
        int width = 1 + covariates.length;
        int earlier = Math.min(cell.time(), cell.base());
        double[] y = new double[ends[3]];
        double[] w = new double[ends[3]];
        double[][] x = CellRows.columns(width, ends[3]);
        int to = 0;
        for (int block : used) {
            int start = blocks.starts()[block];
            int size = blocks.size(block);
            System.arraycopy(weights[earlier], start, w, to, size);
            change(outcome[cell.time()], outcome[cell.base()], start, size, y, to);
            for (int j = 1; j < x.length; j++) {
                System.arraycopy(covariates[j - 1][earlier], start, x[j], to, size);
            }
            to += size;
        }
        return new CellRows(ends, width, y, w, x);
    }

    private static void change(double[] after, double[] before, int start, int size, double[] y, int to) {
        for (int i = 0; i < size; i++) {
            y[to + i] = after[start + i] - before[start + i];
        }
    }
}
