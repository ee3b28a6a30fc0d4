package org.canbao.estimate.did;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.canbao.math.Parallel;

/**
 * Group-time effects without each cluster in turn. The comparisons stay those of the whole sample; one that has none of a
 * cluster's rows stays as it is without it, and the others are estimated anew. A comparison whose treated or controls are
 * all in the cluster has no effect without it, and so has one that becomes collinear or loses its overlap.
 */
final class Jackknife {
    private final Comparisons data;
    private final Effects effects;
    private final CellMethod method;
    private final double[][] estimates;
    private final List<Map<Integer, String>> reasons = new ArrayList<>();

    private Jackknife(Comparisons data, Effects effects, CellMethod method) {
        this.data = data;
        this.effects = effects;
        this.method = method;
        this.estimates = new double[effects.cells().size()][];
        for (int k = 0; k < estimates.length; k++) {
            reasons.add(new TreeMap<>());
        }
    }

    /** Estimates without each cluster, one comparison per task. */
    static Replicates of(Comparisons data, Effects effects, CellMethod method, int threads) {
        Jackknife jackknife = new Jackknife(data, effects, method);
        Parallel.forEach(effects.cells().size(), threads, jackknife::leaveOut);
        return new Replicates(jackknife.estimates, jackknife.shares(), jackknife.reasons, data.clusters());
    }

    private void leaveOut(int k) {
        Cell cell = effects.cells().get(k);
        double[] without = new double[data.clusters()];
        Arrays.fill(without, effects.estimates()[k]);
        estimates[k] = without;
        if (cell.isReference() || !effects.reasons().get(k).isEmpty()) {
            return;
        }
        CellRows all = data.rows(cell);
        int[] clusterOf = clusterOf(cell, all.size());
        CellMethod near = method.near(all);
        boolean[] occurs = new boolean[without.length];
        for (int cluster : clusterOf) {
            occurs[cluster] = true;
        }
        for (int c = 0; c < without.length; c++) {
            if (occurs[c]) {
                without[c] = effect(near, all, clusterOf, k, c);
            }
        }
    }

    private double effect(CellMethod near, CellRows all, int[] clusterOf, int k, int cluster) {
        try {
            return near.effect(all.without(clusterOf, cluster)).estimate();
        } catch (NotEstimable e) {
            reasons.get(k).put(cluster, e.reason());
            return Double.NaN;
        }
    }

    /** The cluster of each row of a comparison. */
    private int[] clusterOf(Cell cell, int rows) {
        int[] clusterOf = new int[rows];
        int at = 0;
        for (int block : data.blocks(cell)) {
            int size = data.start(block + 1) - data.start(block);
            System.arraycopy(data.clusterOf(), data.start(block), clusterOf, at, size);
            at += size;
        }
        return clusterOf;
    }

    /** The weight of each treated cohort without each cluster: what others have, so that it is exactly zero if they have none. */
    private double[][] shares() {
        double[][] own = new double[effects.cohorts().treated()][data.clusters()];
        for (int block = 0; block < data.blocks(); block++) {
            int cohort = data.cohort(block);
            for (int i = data.start(block); i < data.start(block + 1) && cohort < own.length; i++) {
                own[cohort][data.clusterOf()[i]] += data.shares()[i];
            }
        }
        return Arrays.stream(own).map(Jackknife::ofOthers).toArray(double[][]::new);
    }

    /** The sums of all values but each. */
    private static double[] ofOthers(double[] values) {
        double[] others = new double[values.length];
        double before = 0;
        for (int c = 0; c < values.length; c++) {
            others[c] = before;
            before += values[c];
        }
        double after = 0;
        for (int c = values.length - 1; c >= 0; c--) {
            others[c] += after;
            after += values[c];
        }
        return others;
    }
}
