package org.canbao.design;

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

    Design(
            Cells cells,
            List<Regressor> regressors,
            boolean intercept,
            List<Effect> effects,
            List<Cluster> clusters,
            Provenance provenance) {
        this.cells = cells;
        this.regressors = List.copyOf(regressors);
        this.intercept = intercept;
        this.effects = List.copyOf(effects);
        this.clusters = List.copyOf(clusters);
        this.provenance = provenance;
    }

    /**
     * An effect to absorb.
     *
     * @param text as in the formula
     * @param effect its levels and slopes, by cell
     */
    public record Effect(String text, Absorber.Effect effect) {
        private Effect at(int[] kept) {
            return new Effect(
                    text,
                    new Absorber.Effect(
                            groups(effect.groups(), kept),
                            effect.intercepts(),
                            effect.slopes().stream()
                                    .map(slope -> Cells.take(slope, kept))
                                    .toList()));
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
            String outcome, EstimationPath path, String reason, Map<String, Long> lost, Optional<ColumnRef> weights) {}

    /** The same rows, outcome and clusters with other columns and effects; all of them refer to these cells. */
    public Design with(List<Regressor> columns, boolean constant, List<Effect> absorbed) {
        return new Design(cells, columns, constant, absorbed, clusters, provenance);
    }

    /** The design of some of its cells: the same columns, effects and clusters there. */
    public Design take(int[] kept) {
        return new Design(
                cells.take(kept),
                regressors.stream().map(column -> column.at(kept)).toList(),
                intercept,
                effects.stream().map(effect -> effect.at(kept)).toList(),
                clusters.stream()
                        .map(cluster -> new Cluster(cluster.text(), groups(cluster.groups(), kept)))
                        .toList(),
                provenance);
    }

    private static GroupIndex groups(GroupIndex all, int[] kept) {
        int[] codes = new int[kept.length];
        for (int i = 0; i < kept.length; i++) {
            codes[i] = all.code(kept[i]);
        }
        return GroupIndex.of(codes);
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
