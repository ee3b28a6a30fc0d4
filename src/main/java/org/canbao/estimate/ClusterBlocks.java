package org.canbao.estimate;

import java.util.Arrays;
import org.canbao.math.GroupIndex;

/** What one cluster adds to a solution: its scores X_g'We_g and its cross-products X_g'WX_g, over the kept columns. */
final class ClusterBlocks {
    private final Solved solved;
    private final double[][] scores;
    private final int[] cells;
    private final int[] ends;

    ClusterBlocks(Solved solved, GroupIndex clusters) {
        this.solved = solved;
        this.scores = Scores.byGroup(solved, clusters);
        this.cells = new int[clusters.size()];
        this.ends = new int[clusters.groups()];
        for (int cell = 0; cell < cells.length; cell++) {
            ends[clusters.code(cell)]++;
        }
        Arrays.parallelPrefix(ends, Integer::sum);
        int[] next = new int[ends.length];
        System.arraycopy(ends, 0, next, 1, next.length - 1);
        for (int cell = 0; cell < cells.length; cell++) {
            cells[next[clusters.code(cell)]++] = cell;
        }
    }

    /** How many clusters. */
    int size() {
        return ends.length;
    }

    /** The scores of a cluster. */
    double[] scores(int g) {
        return scores[g];
    }

    /** The cross-products of a cluster. */
    double[][] products(int g) {
        int k = solved.fit().size();
        double[] weights = solved.data().design().weights();
        double[][] products = new double[k][k];
        for (int i = 0; i < k; i++) {
            double[] xi = solved.data().x(solved.fit().kept(i));
            for (int j = 0; j <= i; j++) {
                double[] xj = solved.data().x(solved.fit().kept(j));
                double sum = within(i, j, g);
                for (int c = g == 0 ? 0 : ends[g - 1]; c < ends[g]; c++) {
                    sum += weights[cells[c]] * xi[cells[c]] * xj[cells[c]];
                }
                products[i][j] = sum;
                products[j][i] = sum;
            }
        }
        return products;
    }

    private double within(int i, int j, int g) {
        double[] byGroup = solved.data()
                .within()
                .byGroup(solved.fit().kept(i), solved.fit().kept(j));
        return byGroup.length == 0 ? 0 : byGroup[g];
    }
}
