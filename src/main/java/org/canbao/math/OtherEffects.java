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

    /** The direct solution where it is small, else the iterative one. */
    static OtherEffects of(EffectBasis first, List<EffectBasis> others, double[] weights, int directLevels) {
        int columns = others.stream().mapToInt(EffectBasis::size).sum();
        boolean small = columns <= directLevels
                && (long) first.size() * columns <= 20_000_000L
                && (double) first.size() * columns * columns <= 4e9;
        return small
                ? new DirectEffects(first, others, weights, columns)
                : new IterativeEffects(first, others, weights, columns);
    }
}
