package org.canbao.estimate.did;

/** How the effect of one comparison is estimated. */
@FunctionalInterface
interface CellMethod {
    /**
     * The effect.
     *
     * @throws NotEstimable if the rows do not allow it
     */
    CellEffect effect(CellRows rows);
}
