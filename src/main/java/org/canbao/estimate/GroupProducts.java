package org.canbao.estimate;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.canbao.design.Design;
import org.canbao.design.Regressor;
import org.canbao.math.GroupIndex;
import org.canbao.math.Parallel;
import org.canbao.math.Sums;

/**
 * What cell means leave out: cross-products of columns within cells, summed over the cells of each group. The last
 * column is the outcome. Pairs of which one does not vary within cells take no space.
 */
final class GroupProducts {
    private final Design design;
    private final GroupIndex groups;
    private final List<Regressor> columns;
    /** The sums of a pair of which one column does not vary within cells. */
    private static final double[] ZERO = {};

    /** Lower triangle by rows; each entry has one sum per group, or is {@link #ZERO}. */
    private final double[][] products;

    private GroupProducts(Design design, GroupIndex groups, List<Regressor> columns, double[][] products) {
        this.design = design;
        this.groups = groups;
        this.columns = columns;
        this.products = products;
    }

    static GroupProducts of(Design design, GroupIndex groups, List<Regressor> columns, int threads) {
        double[][] products = new double[columns.size() * (columns.size() + 1) / 2][];
        GroupProducts all = new GroupProducts(design, groups, columns, products);
        all.compute(IntStream.range(0, columns.size()).toArray(), threads);
        return all;
    }

    /** The same with some columns replaced. */
    GroupProducts replace(int[] positions, List<Regressor> replaced) {
        GroupProducts copy = new GroupProducts(design, groups, replaced, products.clone());
        copy.compute(positions, 1);
        return copy;
    }

    /** The sums of columns that combine these. */
    GroupProducts combined(List<Partialled.Combination> combinations) {
        double[][] sums = new double[combinations.size() * (combinations.size() + 1) / 2][];
        List<Regressor> names = combinations.stream()
                .map(c -> Regressor.ofFactor(c.name(), Regressor.CellFactor.ONE))
                .toList();
        for (int a = 0; a < names.size(); a++) {
            for (int b = 0; b <= a; b++) {
                sums[at(a, b)] = combined(
                        combinations.get(a).parts(), combinations.get(b).parts());
            }
        }
        return new GroupProducts(design, groups, names, sums);
    }

    private double[] combined(double[] a, double[] b) {
        double[] sums = ZERO;
        for (int i = 0; i < a.length; i++) {
            // most combinations are of few columns
            for (int j = 0; a[i] != 0 && j < b.length; j++) {
                double[] pair = b[j] == 0 ? ZERO : byGroup(i, j);
                if (pair.length > 0 && sums.length == 0) {
                    sums = new double[pair.length];
                }
                for (int g = 0; g < pair.length; g++) {
                    sums[g] += a[i] * b[j] * pair[g];
                }
            }
        }
        return sums;
    }

    /** The sums of a pair by group; no sums at all if they are all zero. */
    double[] byGroup(int a, int b) {
        return products[at(a, b)];
    }

    /** The sum of a pair over all groups. */
    double total(int a, int b) {
        return Sums.sum(products[at(a, b)]);
    }

    private void compute(int[] positions, int threads) {
        Parallel.forEach(positions.length, threads, p -> {
            int a = positions[p];
            for (int b = 0; b < columns.size(); b++) {
                boolean otherTurn = b > a && Arrays.binarySearch(positions, b) >= 0;
                if (!otherTurn) {
                    products[at(a, b)] = sums(columns.get(a), columns.get(b));
                }
            }
        });
    }

    private double[] sums(Regressor a, Regressor b) {
        if (!design.variesWithin(a) || !design.variesWithin(b)) {
            return ZERO;
        }
        double[] sums = new double[groups.groups()];
        for (int cell = 0; cell < design.size(); cell++) {
            sums[groups.code(cell)] += design.within(cell, a, b);
        }
        return sums;
    }

    private static int at(int a, int b) {
        int high = Math.max(a, b);
        return high * (high + 1) / 2 + Math.min(a, b);
    }
}
