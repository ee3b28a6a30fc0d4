package org.canbao.estimate;

import java.util.List;
import org.canbao.design.Design;
import org.canbao.spec.SmallSampleSpec;
import org.canbao.spec.SmallSampleSpec.ClusterCount;
import org.canbao.spec.SmallSampleSpec.Degrees;
import org.canbao.spec.VcovSpec;

/**
 * Every small-sample correction and every degree of freedom; {@link ParameterCount} has K. The defaults are those of
 * fixest 0.14, other programs' are {@link org.canbao.spec.Profile}s.
 *
 * @param n rows
 * @param k coefficients, the intercept included
 * @param parameters all parameters, and K
 * @param clusters number of clusters of each way of clustering
 * @param spec the conventions
 */
public record SmallSample(long n, int k, ParameterCount parameters, List<Integer> clusters, SmallSampleSpec spec) {
    /** For a design and its coefficients. */
    public static SmallSample of(Design design, int k, SmallSampleSpec spec) {
        return new SmallSample(
                design.rows(),
                k,
                ParameterCount.of(design, k, spec),
                design.clusters().stream().map(c -> c.groups().groups()).toList(),
                spec);
    }

    /** K. */
    public int counted() {
        return parameters.counted();
    }

    /** Degrees of freedom of the t distribution; infinite for the normal distribution. */
    public double df() {
        if (spec.degrees() == Degrees.NORMAL) {
            return Double.POSITIVE_INFINITY;
        }
        double residual = Math.max(1, n - counted() + parameters.constant());
        if (clusters.isEmpty()) {
            return residual;
        }
        double between = fewestClusters() - 1.0;
        return spec.degrees() == Degrees.FEWER ? Math.min(residual, between) : between;
    }

    /** (n-1)/(n-K), or 1 if it is not wanted. */
    public double rows() {
        return spec.kAdjust() ? (n - 1.0) / (n - counted()) : 1;
    }

    /** What RSS (X'X)^-1 is multiplied with for homoskedastic errors: (n-1)/(n-K) / (n-1). */
    public double iid() {
        return rows() / (n - 1.0);
    }

    /** What a heteroskedasticity-robust covariance is multiplied with. */
    double hetero(VcovSpec.Leverage leverage) {
        return leverage == VcovSpec.Leverage.HC1 && spec.kAdjust() ? n / (double) (n - counted()) : 1;
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
            case CR1S -> g * (n - 1) / ((g - 1) * (n - parameters.all()));
            case CR3_JACKKNIFE -> (g - 1) / g;
        };
    }

    /** The adjusted R²: 1 - (1 - R²) (n - c)/(n - parameters.all()), c being 1 if there is a constant of any kind. */
    double adjusted(double r2, boolean constant) {
        return 1 - (1 - r2) * (n - (constant ? 1.0 : 0.0)) / (n - parameters.all());
    }

    private int fewestClusters() {
        return clusters.stream().mapToInt(Integer::intValue).min().orElseThrow();
    }
}
