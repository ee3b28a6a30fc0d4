package org.canbao.estimate.did;

import java.util.Arrays;
import java.util.List;

/**
 * An estimate as a function of group-time effects and of the sizes of cohorts, to first order and, for a jackknife, as it
 * is without each cluster.
 *
 * @param estimate its value
 * @param weights its derivative with respect to each column of {@link Scores}
 * @param without its value without each cluster, NaN where it has none; empty without a jackknife
 */
record Target(double estimate, double[] weights, double[] without) {
    /** The mean of several; without a cluster, of those that have a value without it. */
    static Target mean(List<Target> targets) {
        double[] share = new double[targets.size()];
        Arrays.fill(share, 1.0 / share.length);
        double[] without = new double[targets.get(0).without().length];
        for (int c = 0; c < without.length; c++) {
            int cluster = c;
            without[c] = targets.stream()
                    .mapToDouble(target -> target.without()[cluster])
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN);
        }
        return sum(targets, share, without);
    }

    /** The sum of several, each times its share, which without each cluster has another value. */
    static Target sum(List<Target> targets, double[] share, double[] without) {
        double estimate = 0;
        double[] weights = new double[targets.get(0).weights().length];
        for (int i = 0; i < share.length; i++) {
            estimate += share[i] * targets.get(i).estimate();
            for (int m = 0; m < weights.length; m++) {
                weights[m] += share[i] * targets.get(i).weights()[m];
            }
        }
        return new Target(estimate, weights, without);
    }
}
