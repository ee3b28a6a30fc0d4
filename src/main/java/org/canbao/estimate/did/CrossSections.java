package org.canbao.estimate.did;

import java.util.Arrays;
import java.util.List;

/** Repeated cross-sections: an observation is a row, a block the rows of a cohort in a period. */
final class CrossSections implements Comparisons {
    private final Cohorts cohorts;
    private final Blocks blocks;
    private final double[] outcome;
    private final double[] weights;
    private final double[][] covariates;
    private final int[] clusters;
    private final int groups;

    /** Sorts the rows. */
    CrossSections(Observations rows, Cohorts cohorts) {
        this.cohorts = cohorts;
        int[] blockOf = CohortIndex.of(rows.cohorts(), cohorts);
        combine(blockOf, cohorts.periods(), CohortIndex.positions(rows.times(), cohorts.times()));
        blocks = Blocks.of(blockOf, cohorts.size() * cohorts.periods());
        outcome = Observations.take(rows.outcome(), blocks.order());
        weights = Observations.take(rows.weights(), blocks.order());
        covariates = new double[rows.covariates().length][];
        for (int j = 0; j < covariates.length; j++) {
            covariates[j] = Observations.take(rows.covariates()[j], blocks.order());
        }
        clusters = rows.clusters().map(c -> Coded.through(c, blocks.order())).orElseGet(() -> new int[0]);
        groups = Arrays.stream(clusters).max().orElse(-1) + 1;
    }

    private static void combine(int[] cohortOf, int periods, int[] timeOf) {
        for (int i = 0; i < cohortOf.length; i++) {
            cohortOf[i] = cohortOf[i] * periods + timeOf[i];
        }
    }

    @Override
    public int blocks() {
        return cohorts.size() * cohorts.periods();
    }

    @Override
    public int cohort(int block) {
        return block / cohorts.periods();
    }

    @Override
    public int start(int block) {
        return blocks.starts()[block];
    }

    @Override
    public double[] shares() {
        return weights;
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
        return blocks.size(block(cohort, time));
    }

    @Override
    public int[] blocks(Cell cell) {
        int controls = cell.controls().size();
        int[] used = new int[2 + 2 * controls];
        used[0] = block(cell.cohort(), cell.base());
        used[1] = block(cell.cohort(), cell.time());
        for (int c = 0; c < controls; c++) {
            used[2 + c] = block(cell.controls().get(c), cell.base());
            used[2 + controls + c] = block(cell.controls().get(c), cell.time());
        }
        return used;
    }

    @Override
    public CellRows rows(Cell cell) {
        int[] used = blocks(cell);
        int controls = cell.controls().size();
        int[] ends = new int[4];
        int rows = 0;
        for (int b = 0; b < used.length; b++) {
            rows += blocks.size(used[b]);
            ends[b < 2 ? b : b < 2 + controls ? 2 : 3] = rows;
        }
        requireRows(cell, ends);
        return pack(used, ends);
    }

    private CellRows pack(int[] used, int[] ends) {
        int width = 1 + covariates.length;
        double[] y = new double[ends[3]];
        double[] w = new double[ends[3]];
        double[][] x = CellRows.columns(width, ends[3]);
        int to = 0;
        for (int block : used) {
            int from = blocks.starts()[block];
            int size = blocks.size(block);
            System.arraycopy(outcome, from, y, to, size);
            System.arraycopy(weights, from, w, to, size);
            for (int j = 1; j < x.length; j++) {
                System.arraycopy(covariates[j - 1], from, x[j], to, size);
            }
            to += size;
        }
        return new CellRows(ends, width, y, w, x);
    }

    private void requireRows(Cell cell, int[] ends) {
        List<String> names = List.of("treated", "treated", "controls", "controls");
        for (int part = 0; part < ends.length; part++) {
            if (ends[part] == (part == 0 ? 0 : ends[part - 1])) {
                int time = part % 2 == 0 ? cell.base() : cell.time();
                throw new NotEstimable("no " + names.get(part) + " in " + cohorts.period(time));
            }
        }
    }

    private int block(int cohort, int time) {
        return cohort * cohorts.periods() + time;
    }
}
