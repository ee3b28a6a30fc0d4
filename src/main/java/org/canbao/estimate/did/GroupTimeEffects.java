package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.canbao.math.Parallel;

/** All group-time effects of a sample with their influence, one comparison per task. */
final class GroupTimeEffects {
    private final Comparisons data;
    private final Cohorts cohorts;
    private final List<Cell> cells;
    private final double[] estimates;
    private final String[] reasons;
    private final double[][][] columns;

    /** Estimates; a comparison that is not estimable is missing, with a reason. */
    GroupTimeEffects(Comparisons data, Cohorts cohorts, List<Cell> cells, CellMethod method, int threads) {
        this.data = data;
        this.cohorts = cohorts;
        this.cells = cells;
        this.estimates = new double[cells.size()];
        this.reasons = new String[cells.size()];
        this.columns = new double[cells.size()][][];
        Arrays.fill(reasons, "");
        Parallel.forEach(cells.size(), threads, k -> estimate(k, method));
    }

    private void estimate(int k, CellMethod method) {
        Cell cell = cells.get(k);
        columns[k] = Scores.empty(data);
        if (cell.isReference()) {
            return;
        }
        try {
            CellEffect effect = method.effect(data.rows(cell));
            estimates[k] = effect.estimate();
            columns[k] = Scores.column(data, cell, effect.influence());
        } catch (NotEstimable e) {
            estimates[k] = Double.NaN;
            reasons[k] = e.reason();
        }
    }

    /** The effects. */
    Effects effects() {
        double[] shares = new double[cohorts.treated()];
        for (int block = 0; block < data.blocks(); block++) {
            int cohort = data.cohort(block);
            if (cohort < shares.length) {
                shares[cohort] = add(shares[cohort], data.shares(), data.start(block), data.start(block + 1));
            }
        }
        return new Effects(cohorts, cells, estimates, Arrays.asList(reasons), shares, Replicates.NONE);
    }

    private static double add(double sum, double[] values, int from, int to) {
        double total = sum;
        for (int i = from; i < to; i++) {
            total += values[i];
        }
        return total;
    }

    /**
     * Their influence.
     *
     * @param means whether it is averaged within clusters and not summed
     */
    Scores scores(boolean means) {
        return Scores.of(new ArrayList<>(Arrays.asList(columns)), data, cohorts, means);
    }
}
