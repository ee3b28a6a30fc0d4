package org.canbao.design;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.math.Absorber;
import org.canbao.math.GroupIndex;
import org.canbao.spec.ColumnRef;

/**
 * A model's data, ready for estimation. Rows come as cells, whose rows share the levels of every effect, cluster and
 * indicator; on the path of rows each cell is one row. A column's value in a cell is its mean there; what varies about it
 * is known by its cross-products, {@link #within}.
 */
public final class Design {
    private final Cells cells;
    private final List<Regressor> regressors;
    private final boolean intercept;
    private final List<Effect> effects;
    private final List<Cluster> clusters;
    private final Provenance provenance;
    private final List<TermLayout> layouts;

    /**
     * @param layouts what the last regressors stand for, by the terms of the request in their order
     */
    Design(
            Cells cells,
            List<Regressor> regressors,
            boolean intercept,
            List<Effect> effects,
            List<Cluster> clusters,
            Provenance provenance,
            List<TermLayout> layouts) {
        this.cells = cells;
        this.regressors = List.copyOf(regressors);
        this.intercept = intercept;
        this.effects = List.copyOf(effects);
        this.clusters = List.copyOf(clusters);
        this.provenance = provenance;
        this.layouts = List.copyOf(layouts);
    }

    /**
     * An effect to absorb.
     *
     * @param text as in the formula
     * @param effect its levels and slopes, by cell
     */
    public record Effect(String text, Absorber.Effect effect) {
        private Effect take(int[] kept) {
            List<double[]> slopes = effect.slopes().stream()
                    .map(slope -> Cells.take(slope, kept))
                    .toList();
            return new Effect(text, new Absorber.Effect(effect.groups().take(kept), effect.intercepts(), slopes));
        }
    }

    /**
     * A way of clustering.
     *
     * @param text as in the spec
     * @param groups the cluster of each cell
     */
    public record Cluster(String text, GroupIndex groups) {}

    /**
     * Where the cells came from.
     *
     * @param outcome the left side as text
     * @param path {@link EstimationPath#MOMENTS} or {@link EstimationPath#ROWS}
     * @param reason why that path
     * @param lost rows lost, by reason in their order
     * @param weights the weights column, if any
     */
    public record Provenance(
            String outcome, EstimationPath path, String reason, Map<String, Long> lost, Optional<ColumnRef> weights) {
        /** The same with further rows lost. */
        Provenance losing(Map<String, Long> more) {
            Map<String, Long> all = new LinkedHashMap<>(lost);
            more.forEach((why, rows) -> all.merge(why, rows, Long::sum));
            return new Provenance(outcome, path, reason, all, weights);
        }
    }

    /** The same rows, outcome and clusters with other columns and effects; all of them refer to these cells. */
    public Design with(List<Regressor> columns, boolean constant, List<Effect> absorbed) {
        return new Design(cells, columns, constant, absorbed, clusters, provenance, List.of());
    }

    /**
     * The same cells as if each were a row, with the weights and the outcome of a step of iteratively reweighted least
     * squares.
     *
     * @param weights one per cell, positive
     * @param response one per cell
     */
    public Design working(double[] weights, double[] response) {
        return new Design(
                cells.working(weights, response), regressors, intercept, effects, clusters, provenance, layouts);
    }

    /**
     * Some of the cells.
     *
     * @param kept positions of the cells, ascending
     * @param lost rows of the cells left out, by reason
     */
    public Design keeping(int[] kept, Map<String, Long> lost) {
        return new Design(
                cells.take(kept),
                regressors.stream().map(column -> column.take(kept)).toList(),
                intercept,
                effects.stream().map(effect -> effect.take(kept)).toList(),
                clusters.stream()
                        .map(c -> new Cluster(c.text(), c.groups().take(kept)))
                        .toList(),
                provenance.losing(lost),
                layouts);
    }

    /** The regressors of each term of the request, in their order. */
    public List<List<Regressor>> byTerm() {
        List<List<Regressor>> terms = new ArrayList<>();
        int at =
                regressors.size() - layouts.stream().mapToInt(TermLayout::width).sum();
        for (TermLayout layout : layouts) {
            terms.add(regressors.subList(at, at + layout.width()));
            at += layout.width();
        }
        return terms;
    }

    /** The regressors of the first terms of the request. */
    public List<Regressor> ofTerms(int terms) {
        return byTerm().subList(0, terms).stream().flatMap(List::stream).toList();
    }

    /** What the regressors of each term of the request stand for, in their order. */
    public List<TermLayout> layouts() {
        return layouts;
    }

    /** How many cells. */
    public int size() {
        return cells.size();
    }

    /** How many rows the cells hold. */
    public long rows() {
        long rows = 0;
        for (int count : cells.counts()) {
            rows += count;
        }
        return rows;
    }

    /** Rows in a cell. */
    public int count(int cell) {
        return cells.counts()[cell];
    }

    /** The sum of weights in each cell; not to be written to. */
    public double[] weights() {
        return cells.weights();
    }

    /** The left side. */
    public Regressor outcome() {
        return new Regressor(provenance.outcome(), 0, 0, false, Regressor.CellFactor.ONE);
    }

    /** The columns of the right side, the intercept left out, in the order of the model. */
    public List<Regressor> regressors() {
        return regressors;
    }

    /** Whether there is an intercept. */
    public boolean intercept() {
        return intercept;
    }

    /** What is absorbed, in order. */
    public List<Effect> effects() {
        return effects;
    }

    /** The ways of clustering, in order; none for other covariances. */
    public List<Cluster> clusters() {
        return clusters;
    }

    /** Where the cells came from. */
    public Provenance provenance() {
        return provenance;
    }

    /** The levels of a column that is a key. */
    public Key key(ColumnRef column) {
        return key(cells, column);
    }

    /** A column's mean in each cell, a new array. */
    public double[] values(Regressor column) {
        if (column.factor() == Regressor.CellFactor.ONE && column.base() != Regressor.NO_BASE) {
            return cells.mean(column.base()).clone();
        }
        double[] values = new double[cells.size()];
        for (int cell = 0; cell < values.length; cell++) {
            double factor = column.factor().at(cell);
            values[cell] = column.base() == Regressor.NO_BASE ? factor : factor * cells.mean(column.base())[cell];
        }
        return values;
    }

    /** Whether cells may hold several rows, so that their means are not all. */
    public boolean hasWithin() {
        return cells.within().isPresent();
    }

    /** Whether a column varies within any cell. */
    public boolean variesWithin(Regressor column) {
        return cells.within().isPresent() && cells.within().get().varies(column.base());
    }

    /** The weighted cross-product of two columns about their means in a cell. */
    public double within(int cell, Regressor a, Regressor b) {
        Within within = cells.within().orElse(null);
        return within == null
                ? 0
                : a.factor().at(cell) * b.factor().at(cell) * within.product(cell, a.base(), b.base());
    }

    static Key key(Cells cells, ColumnRef column) {
        return cells.keys().stream()
                .filter(key -> key.column().equals(column.name()))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("`" + column + "` is not a key"));
    }
}
