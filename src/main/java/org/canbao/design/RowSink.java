package org.canbao.design;

/** Takes the usable rows of a sample, block by block, in their order. */
interface RowSink {
    /**
     * The next rows.
     *
     * @param rows how many
     * @param bases one array per base
     * @param codes one array per key, in the codes of its dictionary
     * @param weights one per row
     */
    void accept(int rows, double[][] bases, int[][] codes, double[] weights);
}
