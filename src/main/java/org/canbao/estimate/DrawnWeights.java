package org.canbao.estimate;

/** The weights of clusters in each draw of a bootstrap. */
interface DrawnWeights {
    /** How many draws. */
    int draws();

    /** The values that weights can have, ascending; empty if there are more than two. */
    double[] values();

    /** Fills in the weights of a draw; depends on nothing but its number. */
    void fill(double[] weights, int draw);
}
