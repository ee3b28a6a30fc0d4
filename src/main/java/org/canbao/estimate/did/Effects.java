package org.canbao.estimate.did;

import java.util.List;

/**
 * The group-time effects of a sample, and what their averages need.
 *
 * @param cohorts the cohorts and periods
 * @param cells the comparisons
 * @param estimates the effect of each; NaN where it has none
 * @param reasons why a comparison has no effect; empty text where it has one
 * @param shares the weight of each treated cohort: its observations' weights, summed
 * @param replicates the same without each cluster
 */
record Effects(
        Cohorts cohorts,
        List<Cell> cells,
        double[] estimates,
        List<String> reasons,
        double[] shares,
        Replicates replicates) {
    /** How many columns {@link Scores} has. */
    int columns() {
        return cells.size() + cohorts.treated();
    }

    /** Event time: the period less the cohort's first treated period. */
    int event(int cell) {
        return cohorts.period(cells.get(cell).time()) - cohort(cell);
    }

    /** The first treated period of the cohort. */
    int cohort(int cell) {
        return cohorts.value(cells.get(cell).cohort());
    }

    /** The period. */
    int time(int cell) {
        return cohorts.period(cells.get(cell).time());
    }

    /** The same with estimates without each cluster. */
    Effects with(Replicates leftOut) {
        return new Effects(cohorts, cells, estimates, reasons, shares, leftOut);
    }

    /** One effect alone. */
    Target alone(int cell) {
        double[] weights = new double[columns()];
        weights[cell] = 1;
        return new Target(estimates[cell], weights, replicates.effect(cell));
    }

    /**
     * The average of some effects, each weighted by the size of its cohort, s = sum P a / sum P; its derivative with respect
     * to the size of a cohort is the sum of a - s over its effects, over sum P. Without a cluster it is what it would be of a
     * sample without it: effects that cannot be estimated are left out; there is no average if none can.
     */
    Target average(List<Integer> chosen) {
        double total = 0;
        double sum = 0;
        for (int cell : chosen) {
            total += shares[cells.get(cell).cohort()];
            sum += shares[cells.get(cell).cohort()] * estimates[cell];
        }
        double average = sum / total;
        double[] weights = new double[columns()];
        for (int cell : chosen) {
            int cohort = cells.get(cell).cohort();
            weights[cell] = shares[cohort] / total;
            weights[cells.size() + cohort] += (estimates[cell] - average) / total;
        }
        double[] without = new double[replicates.clusters()];
        for (int c = 0; c < without.length; c++) {
            WithoutCluster mean = new WithoutCluster();
            for (int cell : chosen) {
                mean.add(
                        replicates.shares()[cells.get(cell).cohort()][c],
                        replicates.effects()[cell][c]);
            }
            without[c] = mean.value();
        }
        return new Target(average, weights, without);
    }

    /** The average of the averages of cohorts, weighted by their sizes. */
    Target average(List<Integer> members, List<Target> averages) {
        double total = 0;
        for (int cohort : members) {
            total += shares[cohort];
        }
        double[] share = new double[members.size()];
        for (int i = 0; i < share.length; i++) {
            share[i] = shares[members.get(i)] / total;
        }
        double[] without = new double[replicates.clusters()];
        for (int c = 0; c < without.length; c++) {
            WithoutCluster mean = new WithoutCluster();
            for (int i = 0; i < share.length; i++) {
                mean.add(replicates.shares()[members.get(i)][c], averages.get(i).without()[c]);
            }
            without[c] = mean.value();
        }
        Target sum = Target.sum(averages, share, without);
        double[] weights = sum.weights().clone();
        for (int i = 0; i < share.length; i++) {
            weights[cells.size() + members.get(i)] += (averages.get(i).estimate() - sum.estimate()) / total;
        }
        return new Target(sum.estimate(), weights, without);
    }

    /** A mean weighted by the sizes of cohorts, of those that are left and have an effect. */
    private static final class WithoutCluster {
        private double sum;
        private double total;

        void add(double share, double estimate) {
            if (share > 0 && !Double.isNaN(estimate)) {
                sum += share * estimate;
                total += share;
            }
        }

        double value() {
            return sum / total;
        }
    }
}
