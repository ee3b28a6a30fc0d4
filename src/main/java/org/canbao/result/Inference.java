package org.canbao.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

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
 * @param conventions whose small-sample conventions they are, for example {@code fixest}; empty where there are none
 * @param kExact parameters that the rows can tell apart, effects included; empty where counting them takes long
 * @param notes what a reader should know before the standard errors are used
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
        String conventions,
        OptionalInt kExact,
        List<Note> notes,
        Optional<Absorption> absorption) {
    public Inference {
        clusters = List.copyOf(clusters);
        lost = List.copyOf(lost);
        notes = List.copyOf(notes);
    }

    /** Without conventions and notes. */
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
        this(
                vcov,
                n,
                k,
                clusters,
                df,
                factor,
                path,
                pathReason,
                weights,
                lost,
                repaired,
                "",
                OptionalInt.empty(),
                List.of(),
                Optional.empty());
    }

    /**
     * How effects were absorbed.
     *
     * @param solver in words
     * @param iterations the most of any column; zero if the solution is direct
     * @param residual the most that is left of any column along the effects, relative to the column's length
     */
    public record Absorption(String solver, int iterations, double residual) {}

    /** The same with one more thing to know. */
    public Inference noting(Note further) {
        List<Note> all = new ArrayList<>(notes);
        all.add(further);
        return with(lost, all);
    }

    /** The same with rows that were lost before all others. */
    public Inference losing(Loss first) {
        List<Loss> all = new ArrayList<>(List.of(first));
        all.addAll(lost);
        return with(all, notes);
    }

    private Inference with(List<Loss> otherLost, List<Note> otherNotes) {
        return new Inference(
                vcov,
                n,
                k,
                clusters,
                df,
                factor,
                path,
                pathReason,
                weights,
                otherLost,
                repaired,
                conventions,
                kExact,
                otherNotes,
                absorption);
    }

    /** What a reader should know before the standard errors are used. */
    public enum Note {
        /** Regressors and effects fit the outcome exactly: standard errors are rounding. */
        PERFECT_FIT,
        /** Effects are redundant beyond what the levels tell: K counts more parameters than the rows can tell apart. */
        REDUNDANT_EFFECTS,
        /** Some cohorts are treated in all periods they are seen in: nothing of them was seen before. */
        ALWAYS_TREATED
    }

    /** A way of clustering and how many clusters the rows used have. */
    public record Clusters(String by, int groups) {}

    /** Rows lost for one reason: {@code where}, {@code window: month}, {@code missing: income}, {@code infinite: log(x)}, {@code singleton: city}, {@code flat: city}, {@code separated}. */
    public record Loss(String reason, long rows) {}
}
