package org.canbao.estimate;

/** Computes draws of a wild bootstrap. One per worker: it has memory of its own. */
@FunctionalInterface
interface BootstrapKernel {
    /**
     * Computes consecutive draws.
     *
     * @param numbers receives the five numbers of each, number by number, at the positions of the draws
     */
    void draw(DrawnWeights source, int first, int count, double[][] numbers);
}
