package org.canbao.estimate;

/** The weights of clusters in each draw of a bootstrap. */
interface DrawnWeights {
    /** How many draws. */
    int draws();

    /** Fills in the weights of a draw; depends on nothing but its number. */
    void fill(double[] weights, int draw);
}
