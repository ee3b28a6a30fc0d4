package org.canbao.estimate.did;

import java.util.List;
import java.util.Map;

/**
 * Group-time effects and sizes of cohorts without each cluster in turn. Arrays are shared, not copied; nobody may write to
 * them.
 *
 * @param effects per comparison, its effect without each cluster; NaN where it has none
 * @param shares per treated cohort, its weight without each cluster; zero where it has no observation left
 * @param reasons per comparison, why it has no effect without some clusters
 * @param clusters how many clusters; zero without a jackknife
 */
record Replicates(double[][] effects, double[][] shares, List<Map<Integer, String>> reasons, int clusters) {
    /** None. */
    static final Replicates NONE = new Replicates(new double[0][], new double[0][], List.of(), 0);

    Replicates {
        reasons = List.copyOf(reasons);
    }

    /** One effect without each cluster. */
    double[] effect(int cell) {
        return clusters == 0 ? new double[0] : effects[cell];
    }
}
