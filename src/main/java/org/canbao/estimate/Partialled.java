package org.canbao.estimate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.Regressor;
import org.canbao.math.Absorber;
import org.canbao.math.GroupIndex;
import org.canbao.math.Parallel;
import org.canbao.math.Sums;

/**
 * A design with its effects absorbed (Frisch, Waugh and Lovell): columns x less their projection on the effects, and the
 * cross-products of these. An intercept is absorbed like an effect of one level and stays as a column of ones, to which
 * all others are then orthogonal.
 *
 * <p>Positions count the intercept, if there is one, as 0; then come the regressors; the outcome is last.
 */
public final class Partialled {
    /** Share of a column's squares about zero below which its variation is rounding, before the tolerance of the fit. */
    private static final double ROUNDING = 1e-13;

    private final Design design;
    private final Absorber absorber;
    private final List<Regressor> columns;
    private final double[][] x;
    private final double[] means;
    private final double[] totals;
    private final double[][] gram;
    private final GroupProducts within;
    private final double outcomeLeft;

    private Partialled(
            Design design,
            Absorber absorber,
            List<Regressor> columns,
            double[][] x,
            double[] means,
            double[] totals,
            double[][] gram,
            GroupProducts within,
            double outcomeLeft) {
        this.design = design;
        this.absorber = absorber;
        this.columns = columns;
        this.x = x;
        this.means = means;
        this.totals = totals;
        this.gram = gram;
        this.within = within;
        this.outcomeLeft = outcomeLeft;
    }

    /** The column of an intercept. */
    private static final Regressor ONES = Regressor.ofFactor("intercept", Regressor.CellFactor.ONE);

    /**
     * Absorbs the effects.
     *
     * @throws org.canbao.math.NotConvergedException if they cannot be absorbed to the tolerance
     */
    public static Partialled of(Design design, GroupIndex groups, int threads) {
        List<Regressor> columns = new ArrayList<>();
        if (design.intercept()) {
            columns.add(ONES);
        }
        columns.addAll(design.regressors());
        columns.add(design.outcome());
        int size = columns.size();
        Partialled partialled = new Partialled(
                design,
                absorber(design, threads),
                List.copyOf(columns),
                new double[size][],
                new double[size],
                new double[size],
                new double[size][size],
                GroupProducts.of(design, groups, columns, threads),
                Double.NaN);
        partialled.compute(IntStream.range(0, size).toArray(), threads);
        return partialled;
    }

    /** The same with the treatment of treated columns replaced by {@code treatment}, one value per cell. */
    Partialled withTreatment(double[] treatment) {
        int[] treated = IntStream.range(0, columns.size())
                .filter(p -> columns.get(p).treated())
                .toArray();
        List<Regressor> replaced =
                columns.stream().map(column -> column.replaced(treatment)).toList();
        double[][] products = new double[gram.length][];
        for (int i = 0; i < gram.length; i++) {
            products[i] = gram[i].clone();
        }
        Partialled copy = new Partialled(
                design,
                absorber,
                replaced,
                x.clone(),
                means.clone(),
                totals.clone(),
                products,
                within.replace(treated, replaced),
                outcomeLeft);
        copy.compute(treated, 1);
        return copy;
    }

    /**
     * A column that combines others, which stay absorbed: absorption is linear.
     *
     * @param name its name
     * @param parts what each position is multiplied with, the outcome included
     * @param mean the column's weighted mean before absorption
     * @param total its squares about the mean before absorption, against which it counts as constant
     * @param left its squares after absorption, against which residuals are compared; used of the outcome only
     */
    public record Combination(String name, double[] parts, double mean, double total, double left) {}

    /** A column as it is. */
    public Combination only(int position) {
        double[] parts = new double[columns.size()];
        parts[position] = 1;
        return new Combination(
                columns.get(position).name(), parts, means[position], totals[position], gram[position][position]);
    }

    /**
     * The same rows with other columns.
     *
     * @param right the columns of the right side; an intercept stays before them
     * @param outcome the left side
     */
    public Partialled combined(List<Combination> right, Combination outcome, int threads) {
        List<Combination> all = new ArrayList<>();
        if (design.intercept()) {
            all.add(only(0));
        }
        all.addAll(right);
        all.add(outcome);
        int size = all.size();
        double[][] values = new double[size][];
        Parallel.forEach(size, threads, p -> values[p] = combine(all.get(p).parts()));
        Partialled combined = new Partialled(
                design,
                absorber,
                all.stream()
                        .map(c -> Regressor.ofFactor(c.name(), Regressor.CellFactor.ONE))
                        .toList(),
                values,
                all.stream().mapToDouble(Combination::mean).toArray(),
                all.stream().mapToDouble(Combination::total).toArray(),
                new double[size][size],
                within.combined(all),
                outcome.left());
        int[] positions = IntStream.range(0, size).toArray();
        Parallel.forEach(size, threads, p -> combined.multiply(p, positions));
        return combined;
    }

    private double[] combine(double[] parts) {
        double[] values = new double[design.size()];
        for (int p = 0; p < parts.length; p++) {
            double part = parts[p];
            for (int cell = 0; part != 0 && cell < values.length; cell++) {
                values[cell] += part * x[p][cell];
            }
        }
        return values;
    }

    /** What was absorbed, of which cells. */
    public Design design() {
        return design;
    }

    Absorber absorber() {
        return absorber;
    }

    /** The columns of the right side without the intercept. */
    List<Regressor> regressors() {
        return columns.subList(design.intercept() ? 1 : 0, size());
    }

    /** How many columns the right side has. */
    public int size() {
        return columns.size() - 1;
    }

    /** The name of a column. */
    public String name(int position) {
        return columns.get(position).name();
    }

    /** Whether a column is the intercept. */
    public boolean isIntercept(int position) {
        return position == 0 && design.intercept();
    }

    /** The cell means of a column of the right side, absorbed; not to be written to. */
    public double[] x(int position) {
        return x[position];
    }

    /** All columns of the right side. */
    double[][] x() {
        return Arrays.copyOf(x, size());
    }

    /** The cell means of the outcome, absorbed. */
    public double[] y() {
        return x[size()];
    }

    /** A column's weighted mean, before absorption. */
    public double mean(int position) {
        return means[position];
    }

    /** The outcome's weighted mean. */
    public double outcomeMean() {
        return means[size()];
    }

    /** Squares about the mean, before absorption; for the outcome, the total sum of squares. */
    public double total(int position) {
        return totals[position];
    }

    /** What a column has in common with the effects and the intercept: its weighted projection on them. */
    public double[] projected(double[] values) {
        double[] projected = absorber.residual(values);
        for (int cell = 0; cell < projected.length; cell++) {
            projected[cell] = values[cell] - projected[cell];
        }
        return projected;
    }

    /** Squares of the outcome after absorption. */
    double outcomeLeft() {
        return Double.isNaN(outcomeLeft) ? gram[size()][size()] : outcomeLeft;
    }

    /** Total sum of squares of the outcome. */
    public double outcomeTotal() {
        return totals[size()];
    }

    /** Squares below which a column counts as constant, by position. */
    double[] references() {
        double[] references = new double[size()];
        for (int p = 0; p < references.length; p++) {
            double aboutZero = totals[p] + means[p] * means[p] * Sums.sum(design.weights());
            references[p] = isIntercept(p) ? 0 : Math.max(totals[p], ROUNDING * aboutZero);
        }
        return references;
    }

    /** Cross-products of all columns, the outcome last. */
    public double gram(int a, int b) {
        return gram[a][b];
    }

    /** Cross-products of the right side. */
    public double[][] gram() {
        double[][] right = new double[size()][];
        for (int i = 0; i < right.length; i++) {
            right[i] = Arrays.copyOf(gram[i], size());
        }
        return right;
    }

    /** Cross-products of the right side with the outcome. */
    double[] target() {
        return Arrays.copyOf(gram[size()], size());
    }

    GroupProducts within() {
        return within;
    }

    private void compute(int[] positions, int threads) {
        Parallel.forEach(positions.length, threads, i -> absorb(positions[i]));
        Parallel.forEach(positions.length, threads, i -> multiply(positions[i], positions));
    }

    private void absorb(int position) {
        double[] weights = design.weights();
        double[] values = design.values(columns.get(position));
        double mean = Sums.dot(weights, values) / Sums.sum(weights);
        means[position] = mean;
        x[position] = isIntercept(position) ? values : absorber.residual(values);
        for (int cell = 0; cell < values.length; cell++) {
            values[cell] -= isIntercept(position) ? 0 : mean;
        }
        totals[position] = Sums.dot(weights, values, values) + within.total(position, position);
    }

    /** The products of a column with all others, except with later ones whose turn comes. */
    private void multiply(int a, int[] positions) {
        for (int b = 0; b < gram.length; b++) {
            if (b <= a || Arrays.binarySearch(positions, b) < 0) {
                boolean orthogonal = isIntercept(a) != isIntercept(b);
                gram[a][b] = orthogonal ? 0 : Sums.dot(design.weights(), x[a], x[b]) + within.total(a, b);
                gram[b][a] = gram[a][b];
            }
        }
    }

    private static Absorber absorber(Design design, int threads) {
        List<Absorber.Effect> effects = new ArrayList<>();
        design.effects().forEach(effect -> effects.add(effect.effect()));
        if (design.intercept()) {
            effects.add(new Absorber.Effect(GroupIndex.of(new int[design.size()]), true, List.of()));
        }
        return Absorber.of(effects, design.weights(), threads);
    }
}
