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

    /** The same method for most of some rows, where what all give helps to find what most give. */
    default CellMethod near(CellRows all) {
        return this;
    }
}
