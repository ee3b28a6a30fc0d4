package org.canbao.math;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.DoubleAccumulator;

/**
 * Takes fixed effects out of columns: replaces x by x - D a, the residual of its weighted least-squares projection on the
 * dummies D of any number of effects and their slopes.
 *
 * <p>One effect is a group mean and exact. With several, the effect with the most columns is eliminated in closed form;
 * for the others the Schur complement is factored where it is small, else solved by conjugate gradients, preconditioned
 * where the graph of levels needs it. Either is repeated on its own residual until what is left of x along any dummy is below {@value #TOLERANCE} of the residual's
 * length, or rounding of x itself. Immutable: columns can be absorbed on several threads.
 */
public final class Absorber {
    /** Length of what may be left along the effects, relative to the residual. */
    public static final double TOLERANCE = 1e-12;

    private static final double ROUNDING = 1e-14;
    private static final int PASSES = 8;
    /** A pass that leaves more than this share of what the one before left makes no headway. */
    private static final double STALLED = 0.9;

    private final double[] weights;
    private final List<EffectBasis> bases;
    private final Optional<OtherEffects> others;
    private final DoubleAccumulator achieved = new DoubleAccumulator(Math::max, 0);

    /**
     * Prepares the projection.
     *
     * @param effects any number; none leaves columns as they are
     * @param weights one per row, positive
     */
    public Absorber(List<Effect> effects, double[] weights) {
        this(effects, weights, OtherEffects.DIRECT_LEVELS);
    }

    Absorber(List<Effect> effects, double[] weights, int directLevels) {
        this(effects, weights, directLevels, 1);
    }

    private Absorber(List<Effect> effects, double[] weights, int directLevels, int threads) {
        this.weights = weights;
        EffectBasis[] prepared = new EffectBasis[effects.size()];
        Parallel.forEach(prepared.length, threads, e -> prepared[e] = new EffectBasis(effects.get(e), weights));
        bases = largestFirst(List.of(prepared));
        others = bases.size() < 2
                ? Optional.empty()
                : Optional.of(
                        OtherEffects.of(bases.get(0), bases.subList(1, bases.size()), weights, directLevels, threads));
    }

    /** The same projection, prepared on several threads. */
    public static Absorber of(List<Effect> effects, double[] weights, int threads) {
        return new Absorber(effects, weights, OtherEffects.DIRECT_LEVELS, threads);
    }

    /**
     * One effect.
     *
     * @param groups the level of each row
     * @param intercepts whether each level has its own constant
     * @param slopes variables with a slope of their own in each level
     */
    public record Effect(GroupIndex groups, boolean intercepts, List<double[]> slopes) {
        public Effect {
            slopes = List.copyOf(slopes);
        }
    }

    /**
     * A column without the effects.
     *
     * @param x one value per row, not changed
     * @throws NotConvergedException if the tolerance is out of reach
     */
    public double[] residual(double[] x) {
        double[] residual = x.clone();
        if (bases.isEmpty()) {
            return residual;
        }
        double before = length(x);
        int needed = others.isPresent() && others.get().isExact() ? 0 : 1;
        double left = Double.POSITIVE_INFINITY;
        for (int pass = 0; pass < PASSES; pass++) {
            double[] first = bases.get(0).coefficients(residual);
            bases.get(0).subtract(residual, first);
            others.ifPresent(o -> o.subtract(residual));
            double earlier = left;
            left = along(residual);
            double after = length(residual);
            if (pass >= needed && left <= Math.max(TOLERANCE * after, ROUNDING * before)) {
                achieved.accumulate(after > 0 ? left / after : 0);
                return residual;
            }
            if (left > STALLED * earlier) {
                break;
            }
        }
        throw new NotConvergedException(iterations(), left / before);
    }

    /** How the effects are solved for, in words. */
    public String solver() {
        return others.map(OtherEffects::name).orElse(bases.isEmpty() ? "none" : "means");
    }

    /** The most iterations that a column took; zero where the solution is direct. */
    public int iterations() {
        return others.map(OtherEffects::iterations).orElse(0);
    }

    /** The most that was left of any column along the effects, relative to the residual's length. */
    public double achieved() {
        return achieved.get();
    }

    /** What is left of a residual along any effect, relative to its length: what was achieved. */
    double remaining(double[] residual) {
        double length = length(residual);
        return length == 0 ? 0 : along(residual) / length;
    }

    /**
     * The diagonal of the projection on the effects: how much of each row the effects take up, 0 to 1.
     *
     * @return empty if there are too many levels to factor
     */
    public Optional<double[]> leverage() {
        double[] leverage = new double[weights.length];
        if (bases.isEmpty()) {
            return Optional.of(leverage);
        }
        EffectBasis first = bases.get(0);
        for (int i = 0; i < leverage.length; i++) {
            for (int k = 0; k < first.perLevel(); k++) {
                leverage[i] += weights[i] * first.value(i, k) * first.value(i, k);
            }
        }
        return others.isEmpty()
                ? Optional.of(leverage)
                : others.get().addLeverage(leverage) ? Optional.of(leverage) : Optional.empty();
    }

    private double along(double[] residual) {
        double most = 0;
        for (EffectBasis basis : bases) {
            double squares = 0;
            for (double theta : basis.coefficients(residual)) {
                squares += theta * theta;
            }
            most = Math.max(most, Math.sqrt(squares));
        }
        return most;
    }

    private double length(double[] x) {
        return Math.sqrt(Sums.dot(weights, x, x));
    }

    private static List<EffectBasis> largestFirst(List<EffectBasis> bases) {
        List<EffectBasis> order = new ArrayList<>(bases);
        order.sort((a, b) -> Integer.compare(b.size(), a.size()));
        return List.copyOf(order);
    }
}
