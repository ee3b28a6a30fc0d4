package org.canbao.estimate;

import java.util.List;
import java.util.stream.Stream;
import org.canbao.design.Design;
import org.canbao.math.GroupIndex;
import org.canbao.spec.SmallSampleSpec;
import org.canbao.spec.SmallSampleSpec.ClusterCount;
import org.canbao.spec.SmallSampleSpec.CountFixedEffects;
import org.canbao.spec.VcovSpec;

/**
 * Every small-sample correction and every degree of freedom, with the conventions of fixest 0.14.
 *
 * <p>With k coefficients and effects j of L_j levels and s_j slope variables, all parameters are k + sum L_j (1 + s_j) + 1
 * - J, J being the number of effects that have intercepts (an effect without counts L_j s_j only); without effects they
 * are k. K is that number, less the effects' intercepts that the convention does not count.
 *
 * @param n rows
 * @param k coefficients, the intercept included
 * @param parameters all parameters
 * @param counted K
 * @param clusters number of clusters of each way of clustering
 * @param spec the conventions
 */
public record SmallSample(long n, int k, int parameters, int counted, List<Integer> clusters, SmallSampleSpec spec) {

    /** For a design and its coefficients. */
    public static SmallSample of(Design design, int k, SmallSampleSpec spec) {
        List<GroupIndex> clusters =
                design.clusters().stream().map(Design.Cluster::groups).toList();
        int parameters = k + parametersOfEffects(design);
        return new SmallSample(
                design.rows(),
                k,
                parameters,
                parameters - notCounted(design, clusters, k, parameters, spec),
                clusters.stream().map(GroupIndex::groups).toList(),
                spec);
    }

    /** Degrees of freedom of the t distribution: clusters less one (the fewest of several ways), else n - K. */
    public double df() {
        return clusters.isEmpty() ? Math.max(1, n - counted) : fewestClusters() - 1.0;
    }

    /** (n-1)/(n-K), or 1 if it is not wanted. */
    public double rows() {
        return spec.kAdjust() ? (n - 1.0) / (n - counted) : 1;
    }

    /** What RSS (X'X)^-1 is multiplied with for homoskedastic errors: (n-1)/(n-K) / (n-1). */
    public double iid() {
        return rows() / (n - 1.0);
    }

    /** What a heteroskedasticity-robust covariance is multiplied with. */
    double hetero(VcovSpec.Leverage leverage) {
        return leverage == VcovSpec.Leverage.HC1 && spec.kAdjust() ? n / (double) (n - counted) : 1;
    }

    /** G/(G-1) for a term of a clustered covariance that has {@code groups} groups. */
    double clustered(int groups) {
        if (!spec.gAdjust()) {
            return 1;
        }
        double g = spec.clusters() == ClusterCount.MIN ? fewestClusters() : groups;
        return g / (g - 1);
    }

    /** What a covariance of clubSandwich is multiplied with; p in CR1S is all parameters. */
    double clusterRobust(VcovSpec.Adjustment adjustment) {
        double g = fewestClusters();
        return switch (adjustment) {
            case CR0, CR2, CR3 -> 1;
            case CR1 -> g / (g - 1);
            case CR1S -> g * (n - 1) / ((g - 1) * (n - parameters));
            case CR3_JACKKNIFE -> (g - 1) / g;
        };
    }

    /** The adjusted R²: 1 - (1 - R²) (n - c)/(n - parameters), c being 1 if there is a constant of any kind. */
    double adjusted(double r2, boolean constant) {
        return 1 - (1 - r2) * (n - (constant ? 1.0 : 0.0)) / (n - parameters);
    }

    private int fewestClusters() {
        return clusters.stream().mapToInt(Integer::intValue).min().orElseThrow();
    }

    private static int parametersOfEffects(Design design) {
        if (design.effects().isEmpty()) {
            return 0;
        }
        int sum = 1;
        for (Design.Effect effect : design.effects()) {
            int slopes = effect.effect().slopes().size();
            sum += levels(effect) * (slopes + (effect.effect().intercepts() ? 1 : 0));
            sum -= effect.effect().intercepts() ? 1 : 0;
        }
        return sum;
    }

    private static int notCounted(
            Design design, List<GroupIndex> clusters, int k, int parameters, SmallSampleSpec spec) {
        List<Design.Effect> withIntercepts = design.effects().stream()
                .filter(effect -> effect.effect().intercepts())
                .toList();
        CountFixedEffects convention = spec.fixedEffects();
        if (withIntercepts.isEmpty()) {
            return 0;
        } else if (convention == CountFixedEffects.NONE) {
            return free(withIntercepts.stream()) + 1;
        } else if (convention == CountFixedEffects.FULL || clusters.isEmpty()) {
            return 0;
        }
        List<Design.Effect> nested = design.effects().stream()
                .filter(effect -> clusters.stream()
                        .anyMatch(cluster -> effect.effect().groups().nestedIn(cluster)))
                .toList();
        int free = free(nested.stream().filter(withIntercepts::contains));
        return Math.min(free, parameters - (k + 1));
    }

    /** Levels less one, summed. */
    private static int free(Stream<Design.Effect> effects) {
        return effects.mapToInt(effect -> levels(effect) - 1).sum();
    }

    private static int levels(Design.Effect effect) {
        return effect.effect().groups().groups();
    }
}
