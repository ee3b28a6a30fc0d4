package org.canbao.estimate.did;

/**
 * What comparisons are made from: the observations, each a row of a cross-section or a unit of a panel, sorted into blocks
 * of which a comparison uses some whole. Influence functions have a value per observation.
 */
interface Comparisons {
    /** How many blocks. */
    int blocks();

    /** The cohort of a block, as a position in {@link Cohorts}. */
    int cohort(int block);

    /** The observations of a block are from this one on, to the start of the next. */
    int start(int block);

    /** The weight of each observation in the shares of cohorts; not to be written to. */
    double[] shares();

    /** The cluster of each observation; empty without clusters, and not to be written to. */
    int[] clusterOf();

    /** How many clusters; 0 without clusters. */
    int clusters();

    /** How many observations of a cohort there are in a period. */
    long count(int cohort, int time);

    /** The blocks of a comparison, in the order of its rows. */
    int[] blocks(Cell cell);

    /**
     * The rows of a comparison.
     *
     * @throws NotEstimable if one of its groups has no rows
     */
    CellRows rows(Cell cell);

    /** How many observations. */
    default int size() {
        return start(blocks());
    }
}
