package org.canbao.estimate.did;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.Regressor;
import org.canbao.estimate.LeastSquares;
import org.canbao.estimate.Partialled;
import org.canbao.estimate.Scores;
import org.canbao.estimate.Solved;
import org.canbao.math.CounterRandom;
import org.canbao.math.GroupIndex;

/**
 * Outcomes without treatment, from the rows without treatment (Borusyak, Jaravel and Spiess 2024): y = D a + X b + e is
 * estimated there by least squares, and the effect of a treated cell is what its outcome exceeds D a + X b by.
 *
 * <p>A weighted sum of effects w'τ is linear in the outcomes with weights v: w on treated rows and, on untreated ones,
 * -W Z₀ (Z₀'W Z₀)⁻¹ Z₁'w with Z = (D, X). Its conservative variance is the sum over clusters of (Σ v ε)², ε being the
 * residual on untreated rows and, on treated ones, τ less an average of the effects alike ({@link AlikeEffects}).
 */
final class Counterfactual {
    /** What a random direction that no untreated row tells of must move a cell by, for the cell to depend on it. */
    private static final double UNTOLD = 1e-6;

    private final Design all;
    private final int[] untreated;
    private final GroupIndex clusters;
    private final Solved solved;
    private final EffectSystem system;
    private final double[][] covariates;
    private final double[] effects;
    private final boolean[] identified;

    private Counterfactual(Design all, boolean[] treated, GroupIndex clusters, Solved solved) {
        this.all = all;
        this.untreated = positions(treated, false);
        this.clusters = clusters;
        this.solved = solved;
        double[] weights = all.weights().clone();
        for (int cell = 0; cell < weights.length; cell++) {
            weights[cell] = treated[cell] ? 0 : weights[cell];
        }
        this.system = new EffectSystem(
                all.effects().stream().map(Design.Effect::effect).toList(), weights);
        this.covariates = IntStream.range(0, solved.fit().size())
                .mapToObj(j -> all.values(regressor(j)))
                .toArray(double[][]::new);
        this.identified = identified();
        this.effects = effects(treated);
    }

    /**
     * The counterfactual of a design.
     *
     * @param all the cells, treated and not
     * @param treated which of them are treated
     * @param squares says what is wrong if effects cannot be absorbed
     * @param threads results are the same on any number
     */
    static Counterfactual of(Design all, boolean[] treated, LeastSquares squares, int threads) {
        GroupIndex clusters = all.clusters().get(0).groups();
        Design without = all.keeping(positions(treated, false), Map.of());
        Partialled data = squares.absorb(
                () -> Partialled.of(without, without.clusters().get(0).groups(), threads));
        return new Counterfactual(all, treated, clusters, Solved.of(data));
    }

    /** The positions where {@code flags} has a value. */
    static int[] positions(boolean[] flags, boolean value) {
        return IntStream.range(0, flags.length).filter(i -> flags[i] == value).toArray();
    }

    /** The regression on untreated rows. */
    Solved untreated() {
        return solved;
    }

    /** Whether untreated rows tell of every effect that a cell has. */
    boolean isIdentified(int cell) {
        return identified[cell];
    }

    /** The mean effect in a treated cell. */
    double effect(int cell) {
        return effects[cell];
    }

    /**
     * What each cluster adds to the error of w'τ.
     *
     * @param weights w: one sum of weights per cell, zero on untreated and unidentified ones
     * @param alike which effects are averaged
     */
    double[] influence(double[] weights, AlikeEffects alike) {
        double[] influence = new double[clusters.groups()];
        addUntreated(influence, weights);
        double[] residuals = alike.residuals(weights, effects);
        for (int cell = 0; cell < weights.length; cell++) {
            influence[clusters.code(cell)] += weights[cell] * residuals[cell];
        }
        return influence;
    }

    private void addUntreated(double[] influence, double[] weights) {
        double[] projected = system.times(system.solve(negative(system.transposed(weights)))
                .orElseThrow(() -> new IllegalStateException("identified cells have a solution")));
        double[] slopes = covariateWeights(weights, projected);
        Design without = solved.data().design();
        double[][] scores = Scores.byGroup(solved, without.clusters().get(0).groups());
        boolean[] added = new boolean[scores.length];
        for (int i = 0; i < untreated.length; i++) {
            int cluster = clusters.code(untreated[i]);
            influence[cluster] += without.weights()[i] * projected[untreated[i]] * solved.residual(i);
            int own = without.clusters().get(0).groups().code(i);
            for (int j = 0; j < slopes.length && !added[own]; j++) {
                influence[cluster] += slopes[j] * scores[own][j];
            }
            added[own] = true;
        }
    }

    /** c in v₀ = W (D₀ a + X̃₀ c), X̃₀ being X₀ without the effects: X̃₀'W X̃₀ c = -X₁'w - X₀'W D₀ a. */
    private double[] covariateWeights(double[] weights, double[] projected) {
        double[] right = new double[covariates.length];
        double[] counted = system.weighted(projected);
        for (int j = 0; j < right.length; j++) {
            for (int cell = 0; cell < weights.length; cell++) {
                right[j] -= (weights[cell] + counted[cell]) * covariates[j][cell];
            }
        }
        double[] slopes = new double[right.length];
        for (int i = 0; i < right.length; i++) {
            for (int j = 0; j < right.length; j++) {
                slopes[i] += solved.fit().inverse(i, j) * right[j];
            }
        }
        return slopes;
    }

    private double[] effects(boolean[] treated) {
        double[] rest = all.values(all.outcome());
        for (int j = 0; j < covariates.length; j++) {
            for (int cell = 0; cell < rest.length; cell++) {
                rest[cell] -= solved.fit().coefficient(j) * covariates[j][cell];
            }
        }
        double[] predicted = system.times(system.solve(system.transposed(system.weighted(rest)))
                .orElseThrow(() -> new IllegalStateException("a projection exists")));
        for (int cell = 0; cell < rest.length; cell++) {
            rest[cell] = treated[cell] && identified[cell] ? rest[cell] - predicted[cell] : Double.NaN;
        }
        return rest;
    }

    /** A random direction of the coefficients, less what untreated rows tell of it, moves the cells they do not identify. */
    private boolean[] identified() {
        CounterRandom random = new CounterRandom(1, "identified", 0);
        double[] direction = system.transposed(new double[all.size()]);
        Arrays.setAll(direction, i -> 1 + random.nextDouble());
        double[] told = system.solve(system.transposed(system.weighted(system.times(direction))))
                .orElseThrow(() -> new IllegalStateException("a projection exists"));
        Arrays.setAll(direction, i -> direction[i] - told[i]);
        double[] moved = system.times(direction);
        boolean[] tells = new boolean[moved.length];
        for (int cell = 0; cell < moved.length; cell++) {
            tells[cell] = Math.abs(moved[cell]) < UNTOLD;
        }
        return tells;
    }

    /** The covariate of the design of all cells behind the {@code j}-th kept one of the untreated. */
    private Regressor regressor(int j) {
        return all.regressors().get(solved.fit().kept(j));
    }

    private static double[] negative(double[] x) {
        return Arrays.stream(x).map(value -> -value).toArray();
    }
}
