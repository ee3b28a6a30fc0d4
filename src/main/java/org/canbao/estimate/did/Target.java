package org.canbao.estimate.did;

import java.util.Arrays;
import java.util.List;

/**
 * An estimate as a function of group-time effects and of the sizes of cohorts, to first order.
 *
 * @param estimate its value
 * @param weights its derivative with respect to each column of {@link Scores}
 */
record Target(double estimate, double[] weights) {
    /** The mean of several. */
    static Target mean(List<Target> targets) {
        double[] share = new double[targets.size()];
        Arrays.fill(share, 1.0 / share.length);
        return sum(targets, share);
    }

    /** The sum of several, each times its share. */
    static Target sum(List<Target> targets, double[] share) {
        double estimate = 0;
        double[] weights = new double[targets.get(0).weights().length];
        for (int i = 0; i < share.length; i++) {
            estimate += share[i] * targets.get(i).estimate();
            for (int m = 0; m < weights.length; m++) {
                weights[m] += share[i] * targets.get(i).weights()[m];
            }
        }
        return new Target(estimate, weights);
    }
}
