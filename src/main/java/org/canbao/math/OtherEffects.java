package org.canbao.math;

import java.util.List;

/** The effects beside the one that is eliminated in closed form: the solution of their Schur complement. */
interface OtherEffects {
    /** Columns up to which the Schur complement is factored. */
    int DIRECT_LEVELS = 1200;

    /** Takes these effects from {@code x}, which has nothing along the first, and leaves nothing along the first. */
    void subtract(double[] x);

    /** Adds what these effects take up of each row, if they can tell. */
    boolean addLeverage(double[] leverage);

    /** Whether one solution can be as accurate as the tolerance, so that it need not be repeated on what it leaves. */
    default boolean isExact() {
        return false;
    }

    /** How these effects are solved for, in words. */
    String name();

    /** The most iterations that any solution took; zero if there are none. */
    int iterations();

    /** The direct solution where it is small, else an iterative one. */
    static OtherEffects of(
            EffectBasis first, List<EffectBasis> others, double[] weights, int directLevels, int threads) {
        int columns = others.stream().mapToInt(EffectBasis::size).sum();
        boolean small = columns <= directLevels
                && (long) first.size() * columns <= 20_000_000L
                && (double) first.size() * columns * columns <= 4e9;
        if (small) {
            return new DirectEffects(first, others, weights, columns);
        }
        boolean slopes = first.hasSlopes() || others.stream().anyMatch(EffectBasis::hasSlopes);
        return slopes
                ? new IterativeEffects(first, others, weights, columns)
                : new GraphEffects(
                        first.groups(), others.stream().map(EffectBasis::groups).toList(), weights, threads);
    }
}
