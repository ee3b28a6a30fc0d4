package org.canbao.estimate.did;

import java.util.List;
import java.util.Optional;
import org.canbao.math.Absorber;
import org.canbao.math.GroupIndex;
import org.canbao.math.Sums;

/**
 * Fixed effects by their coefficients, so that effects estimated on some rows predict others: D holds the dummies of every
 * effect and their slope variables, one row per cell, and (D'WD) a = b is solved by conjugate gradients with the diagonal
 * as preconditioner, W being zero where a cell does not count.
 *
 * <p>D'WD is singular (effects share a constant). A right side in its range has solutions that all give the same D a on
 * every cell that the counted ones identify; one outside of it has none, which {@link #solve} tells.
 */
final class EffectSystem {
    /** Length of the residual beside that of the right side at which a solution is exact. */
    private static final double EXACT = 1e-14;
    /** Length of the residual above which there is no solution. */
    private static final double NONE = 1e-8;

    /**
     * Curvature, with the diagonal as unit, of a direction that only rounding tells from one that D'WD takes to zero: a step
     * along it would be long and lead nowhere.
     */
    private static final double FLAT = 1e-13;

    private static final int PASSES = 4;
    private static final int ITERATIONS = 20_000;

    private final List<Absorber.Effect> effects;
    private final double[] weights;
    private final int[] offsets;
    private final double[] diagonal;

    /**
     * @param effects with the level of every cell
     * @param weights one per cell; zero for those that do not count
     */
    EffectSystem(List<Absorber.Effect> effects, double[] weights) {
        this.effects = effects;
        this.weights = weights;
        this.offsets = new int[effects.size() + 1];
        for (int e = 0; e < effects.size(); e++) {
            offsets[e + 1] = offsets[e] + effects.get(e).groups().groups() * perLevel(effects.get(e));
        }
        this.diagonal = new double[offsets[effects.size()]];
        forEachEntry((cell, at, value) -> diagonal[at] += weights[cell] * value * value);
    }

    /** What an entry of D is told to. */
    @FunctionalInterface
    private interface Entry {
        void of(int cell, int column, double value);
    }

    /** A coefficient vector a with (D'WD) a = b; empty if there is none. */
    Optional<double[]> solve(double[] right) {
        double[] solution = new double[right.length];
        double[] residual = right;
        double length = length(right);
        for (int pass = 0; pass < PASSES && length(residual) > EXACT * length; pass++) {
            double[] next = conjugateGradients(residual);
            add(next, 1, solution);
            double[] left = right.clone();
            add(left, -1, transposed(weighted(times(next))));
            if (length(left) >= length(residual)) {
                break;
            }
            solution = next;
            residual = left;
        }
        return length(residual) <= NONE * length ? Optional.of(solution) : Optional.empty();
    }

    /** D a, one value per cell, those that do not count among them. */
    double[] times(double[] coefficients) {
        double[] product = new double[weights.length];
        forEachEntry((cell, at, value) -> product[cell] += value * coefficients[at]);
        return product;
    }

    /** D'x. */
    double[] transposed(double[] x) {
        double[] product = new double[diagonal.length];
        forEachEntry((cell, at, value) -> product[at] += value * x[cell]);
        return product;
    }

    /** x times the weights. */
    double[] weighted(double[] x) {
        double[] product = new double[x.length];
        for (int cell = 0; cell < x.length; cell++) {
            product[cell] = weights[cell] * x[cell];
        }
        return product;
    }

    private double[] conjugateGradients(double[] right) {
        double[] solution = new double[right.length];
        double[] residual = right.clone();
        double[] scaled = preconditioned(residual);
        double[] direction = scaled.clone();
        double product = dot(residual, scaled);
        double enough = EXACT * EXACT * product;
        for (int i = 0; i < ITERATIONS && product > enough; i++) {
            double[] image = transposed(weighted(times(direction)));
            double curvature = dot(direction, image);
            if (!(curvature > FLAT * scaledSquares(direction))) {
                break;
            }
            add(solution, product / curvature, direction);
            add(residual, -product / curvature, image);
            scaled = preconditioned(residual);
            double next = dot(residual, scaled);
            for (int c = 0; c < direction.length; c++) {
                direction[c] = scaled[c] + next / product * direction[c];
            }
            product = next;
        }
        return solution;
    }

    private double[] preconditioned(double[] x) {
        double[] scaled = new double[x.length];
        for (int c = 0; c < x.length; c++) {
            scaled[c] = diagonal[c] > 0 ? x[c] / diagonal[c] : 0;
        }
        return scaled;
    }

    private void forEachEntry(Entry entry) {
        for (int e = 0; e < effects.size(); e++) {
            Absorber.Effect effect = effects.get(e);
            GroupIndex groups = effect.groups();
            int offset = offsets[e];
            if (effect.intercepts()) {
                for (int cell = 0; cell < weights.length; cell++) {
                    entry.of(cell, offset + groups.code(cell), 1);
                }
                offset += groups.groups();
            }
            for (double[] slope : effect.slopes()) {
                for (int cell = 0; cell < weights.length; cell++) {
                    entry.of(cell, offset + groups.code(cell), slope[cell]);
                }
                offset += groups.groups();
            }
        }
    }

    private static int perLevel(Absorber.Effect effect) {
        return (effect.intercepts() ? 1 : 0) + effect.slopes().size();
    }

    private static void add(double[] target, double scale, double[] x) {
        for (int c = 0; c < target.length; c++) {
            target[c] += scale * x[c];
        }
    }

    private static double dot(double[] a, double[] b) {
        return Sums.dot(a, b);
    }

    private double scaledSquares(double[] x) {
        double sum = 0;
        for (int c = 0; c < x.length; c++) {
            sum += diagonal[c] * x[c] * x[c];
        }
        return sum;
    }

    private static double length(double[] a) {
        return Math.sqrt(Sums.dot(a, a));
    }
}
