package org.canbao.estimate.did;

import java.util.Arrays;
import org.canbao.math.GroupIndex;

/**
 * Effects that are taken for alike in standard errors (Borusyak, Jaravel and Spiess 2024): the residual of a treated cell is
 * its effect τ less the average of a group, τ̄ = Σ_c s p / Σ_c s² over clusters c, where s = Σ v and p = Σ v τ are sums over
 * the group's cells in a cluster with the weights v of a weighted sum of effects.
 *
 * <p>A cluster pulls the average towards itself, so that residuals are too small where a group has few clusters. Left out of
 * its own average (appendix A.6) it has the residual τ - τ̄₋c, τ̄₋c = Σ_{d≠c} s p / Σ_{d≠c} s², and with its share
 * h = s² / Σ_d s² the sum of these over the group's cells in the cluster is
 *
 * <pre>{@code
 * Σ v (τ - τ̄₋c) = Σ v (τ - τ̄) / (1 - h).
 * }</pre>
 */
final class AlikeEffects {
    private final GroupIndex groups;
    /** Groups within clusters, and the group of each. */
    private final GroupIndex pairs;

    private final int[] home;
    private final double[] factors;

    private AlikeEffects(GroupIndex groups, GroupIndex pairs, int[] home, double[] factors) {
        this.groups = groups;
        this.pairs = pairs;
        this.home = home;
        this.factors = factors;
    }

    /**
     * With averages over all clusters.
     *
     * @param groups the group of each cell
     * @param clusters its cluster
     */
    static AlikeEffects of(GroupIndex groups, GroupIndex clusters) {
        GroupIndex pairs = groups.cross(clusters);
        int[] home = new int[pairs.groups()];
        double[] ones = new double[groups.size()];
        for (int cell = 0; cell < ones.length; cell++) {
            home[pairs.code(cell)] = groups.code(cell);
            ones[cell] = 1;
        }
        return new AlikeEffects(groups, pairs, home, ones);
    }

    /** The group of a cell. */
    int group(int cell) {
        return groups.code(cell);
    }

    /**
     * With averages over all clusters but a cell's own.
     *
     * @param shares as {@link #shares} has them, all below one
     */
    AlikeEffects leavingOut(double[] shares) {
        return new AlikeEffects(
                groups,
                pairs,
                home,
                Arrays.stream(shares).map(share -> 1 / (1 - share)).toArray());
    }

    /**
     * The share h of each cell's cluster in its group; zero where the weight is. It is the same for weights of which those in
     * a group are all multiplied with one number.
     */
    double[] shares(double[] weights) {
        double[] sums = new double[pairs.groups()];
        for (int cell = 0; cell < weights.length; cell++) {
            sums[pairs.code(cell)] += weights[cell];
        }
        double[] squares = new double[groups.groups()];
        for (int pair = 0; pair < sums.length; pair++) {
            squares[home[pair]] += sums[pair] * sums[pair];
        }
        double[] shares = new double[weights.length];
        for (int cell = 0; cell < weights.length; cell++) {
            double sum = sums[pairs.code(cell)];
            shares[cell] = weights[cell] == 0 ? 0 : sum * sum / squares[groups.code(cell)];
        }
        return shares;
    }

    /**
     * The residual of each cell; zero where the weight is.
     *
     * @param weights v
     * @param effects τ
     */
    double[] residuals(double[] weights, double[] effects) {
        double[] averages = averages(weights, effects);
        double[] residuals = new double[weights.length];
        for (int cell = 0; cell < weights.length; cell++) {
            residuals[cell] = weights[cell] == 0 ? 0 : (effects[cell] - averages[groups.code(cell)]) * factors[cell];
        }
        return residuals;
    }

    private double[] averages(double[] weights, double[] effects) {
        double[] weight = new double[pairs.groups()];
        double[] weighted = new double[pairs.groups()];
        for (int cell = 0; cell < weights.length; cell++) {
            if (weights[cell] != 0) {
                weight[pairs.code(cell)] += weights[cell];
                weighted[pairs.code(cell)] += weights[cell] * effects[cell];
            }
        }
        double[] above = new double[groups.groups()];
        double[] below = new double[groups.groups()];
        for (int pair = 0; pair < home.length; pair++) {
            above[home[pair]] += weight[pair] * weighted[pair];
            below[home[pair]] += weight[pair] * weight[pair];
        }
        for (int group = 0; group < above.length; group++) {
            above[group] = below[group] == 0 ? 0 : above[group] / below[group];
        }
        return above;
    }
}
