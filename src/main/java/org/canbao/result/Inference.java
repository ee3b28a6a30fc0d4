package org.canbao.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How the standard errors were computed and which rows were used, so that a reader can compare conventions.
 *
 * @param vcov for example {@code hc1}
 * @param n rows used
 * @param k parameters counted in the correction
 * @param clusters the ways of clustering, with their numbers of clusters
 * @param df degrees of freedom of the t distribution
 * @param factor what the covariance was multiplied with; for several terms the common factor, or the first's
 * @param path {@code moments} or {@code rows}
 * @param pathReason why that path
 * @param weights the weights column, if any
 * @param lost rows that are in the sample and not in the estimate, by reason, in the order of their loss
 * @param repaired whether a multi-way covariance was made positive semi-definite
 * @param absorption how the effects were absorbed; empty without effects
 */
public record Inference(
        String vcov,
        long n,
        int k,
        List<Clusters> clusters,
        double df,
        double factor,
        String path,
        String pathReason,
        Optional<String> weights,
        List<Loss> lost,
        boolean repaired,
        Optional<Absorption> absorption) {
    public Inference {
        clusters = List.copyOf(clusters);
        lost = List.copyOf(lost);
    }

    /** Without absorbed effects. */
    public Inference(
            String vcov,
            long n,
            int k,
            List<Clusters> clusters,
            double df,
            double factor,
            String path,
            String pathReason,
            Optional<String> weights,
            List<Loss> lost,
            boolean repaired) {
        this(vcov, n, k, clusters, df, factor, path, pathReason, weights, lost, repaired, Optional.empty());
    }

    /**
     * How effects were absorbed.
     *
     * @param solver in words
     * @param iterations the most of any column; zero if the solution is direct
     * @param residual the most that is left of any column along the effects, relative to the column's length
     */
    public record Absorption(String solver, int iterations, double residual) {}

    /** The same with rows that were lost before all others. */
    public Inference losing(Loss first) {
        List<Loss> all = new ArrayList<>(List.of(first));
        all.addAll(lost);
        return new Inference(vcov, n, k, clusters, df, factor, path, pathReason, weights, all, repaired, absorption);
    }

    /** A way of clustering and how many clusters the rows used have. */
    public record Clusters(String by, int groups) {}

    /** Rows lost for one reason: {@code where}, {@code window: month}, {@code missing: income}, {@code infinite: log(x)}, {@code singleton: city}, {@code flat: city}, {@code separated}. */
    public record Loss(String reason, long rows) {}
}
