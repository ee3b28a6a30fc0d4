package org.canbao.estimate.rd;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * Rows of a discontinuity in memory, in any order, none of their values missing or infinite. Arrays are shared, not
 * copied; nobody may write to them.
 *
 * @param running the running variable
 * @param outcome the outcome
 * @param treatment the treatment that was received, for fuzzy designs
 * @param covariates covariates that the estimate is adjusted for
 * @param weights positive weights, of which only the ratios matter, if any
 * @param clusters the cluster of each row, if any
 */
public record RdData(
        Column running,
        Column outcome,
        Optional<Column> treatment,
        List<Column> covariates,
        Optional<double[]> weights,
        Optional<Clusters> clusters) {
    public RdData {
        covariates = List.copyOf(covariates);
    }

    /** A named column. */
    public record Column(String name, double[] values) {}

    /**
     * A way of clustering.
     *
     * @param name as in the spec
     * @param codes the cluster of each row, from 0 on
     */
    public record Clusters(String name, int[] codes) {}

    /** A running variable and an outcome. */
    public static RdData of(Column running, Column outcome) {
        return new RdData(running, outcome, Optional.empty(), List.of(), Optional.empty(), Optional.empty());
    }

    /** How many rows. */
    public int rows() {
        return running.values().length;
    }

    /** The same rows with another outcome. */
    public RdData withOutcome(Column other) {
        return new RdData(running, other, treatment, covariates, weights, clusters);
    }

    /** The same rows with other covariates. */
    public RdData withCovariates(List<Column> others) {
        return new RdData(running, outcome, treatment, others, weights, clusters);
    }

    /** The same rows clustered in another way, or in none. */
    public RdData with(Optional<Clusters> others) {
        return new RdData(running, outcome, treatment, covariates, weights, others);
    }

    /** The same rows without treatment and covariates: a sharp design. */
    public RdData sharp() {
        return new RdData(running, outcome, Optional.empty(), List.of(), weights, clusters);
    }

    /** Some of the rows. */
    public RdData where(IntPredicate kept) {
        int[] rows = IntStream.range(0, rows()).filter(kept).toArray();
        return new RdData(
                take(running, rows),
                take(outcome, rows),
                treatment.map(column -> take(column, rows)),
                covariates.stream().map(column -> take(column, rows)).toList(),
                weights.map(all -> take(all, rows)),
                clusters.map(c -> new Clusters(
                        c.name(), Arrays.stream(rows).map(row -> c.codes()[row]).toArray())));
    }

    private static Column take(Column column, int[] rows) {
        return new Column(column.name(), take(column.values(), rows));
    }

    private static double[] take(double[] all, int[] rows) {
        return Arrays.stream(rows).mapToDouble(row -> all[row]).toArray();
    }
}
