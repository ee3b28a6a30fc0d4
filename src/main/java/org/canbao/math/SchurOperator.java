package org.canbao.math;

import java.util.List;

/**
 * What remains of the normal equations of the indicators of several effects when the levels of the first are eliminated:
 * S = N_oo - N_of N_ff^-1 N_fo, with N the weighted counts of levels and of their combinations. It is applied from counts
 * of combinations, never formed.
 */
final class SchurOperator {
    private final double[] firstTotals;
    private final double[][] totals;
    private final List<Incidence> withFirst;
    private final List<Pair> among;

    private record Pair(int a, int b, Incidence counts) {}

    /**
     * @param first the effect that is eliminated
     * @param others the effects that remain
     * @param weights one per element
     * @param threads how many count
     */
    SchurOperator(GroupIndex first, List<GroupIndex> others, double[] weights, int threads) {
        int size = others.size();
        totals = new double[size][];
        Incidence[] met = new Incidence[size];
        Pair[] pairs = new Pair[size * (size - 1) / 2];
        int[] order = Incidence.order(first);
        Parallel.forEach(size + pairs.length, threads, task -> {
            if (task < pairs.length) {
                pairs[task] = pair(task, others, weights);
            } else {
                int e = task - pairs.length;
                totals[e] = totals(others.get(e), weights);
                met[e] = Incidence.of(first, order, others.get(e), weights);
            }
        });
        firstTotals = totals(first, weights);
        withFirst = List.of(met);
        among = List.of(pairs);
    }

    /** The pairs of effects in turn: the first with each that follows it, then the second. */
    private static Pair pair(int number, List<GroupIndex> others, double[] weights) {
        int a = 0;
        int b = number + 1;
        while (b >= others.size()) {
            a++;
            b += a + 1 - others.size();
        }
        int[] sorted = Incidence.order(others.get(a));
        return new Pair(a, b, Incidence.of(others.get(a), sorted, others.get(b), weights));
    }

    /** How many effects remain. */
    int effects() {
        return totals.length;
    }

    /** The weights of each level of an effect. */
    double[] totals(int effect) {
        return totals[effect];
    }

    /** The weights of each level of the first effect. */
    double[] firstTotals() {
        return firstTotals;
    }

    /** How levels of the first effect and of another meet. */
    Incidence withFirst(int effect) {
        return withFirst.get(effect);
    }

    /** The block of S of two effects, for a first one of few levels: one array per level of it. */
    double[][] block(int few, int other) {
        double[][] block = new double[totals[few].length][totals[other].length];
        for (int level = 0; level < block.length && few == other; level++) {
            block[level][level] = totals[few][level];
        }
        for (Pair pair : among) {
            boolean forward = pair.a == few && pair.b == other;
            for (int level = 0; (forward || pair.a == other && pair.b == few) && level < pair.counts.rows(); level++) {
                pair.counts.addTo(level, block, forward);
            }
        }
        for (int level = 0; level < firstTotals.length; level++) {
            Incidence met = withFirst.get(few);
            for (int k = met.start(level); k < met.start(level + 1); k++) {
                withFirst.get(other).add(level, -met.weight(k) / firstTotals[level], block[met.column(k)]);
            }
        }
        return block;
    }

    /** S x, by effect. */
    double[][] apply(double[][] x) {
        double[][] image = new double[x.length][];
        for (int e = 0; e < x.length; e++) {
            image[e] = new double[x[e].length];
            for (int level = 0; level < x[e].length; level++) {
                image[e][level] = totals[e][level] * x[e][level];
            }
        }
        for (Pair pair : among) {
            for (int level = 0; level < x[pair.a].length; level++) {
                image[pair.a][level] += pair.counts.dot(level, x[pair.b]);
                pair.counts.add(level, x[pair.a][level], image[pair.b]);
            }
        }
        for (int level = 0; level < firstTotals.length; level++) {
            double mean = -mean(level, x);
            for (int e = 0; e < x.length; e++) {
                withFirst.get(e).add(level, mean, image[e]);
            }
        }
        return image;
    }

    /** The mean over a level of the first effect of the others' values there. */
    double mean(int level, double[][] x) {
        double sum = 0;
        for (int e = 0; e < x.length; e++) {
            sum += withFirst.get(e).dot(level, x[e]);
        }
        return sum / firstTotals[level];
    }

    private static double[] totals(GroupIndex groups, double[] weights) {
        double[] totals = new double[groups.groups()];
        for (int i = 0; i < weights.length; i++) {
            totals[groups.code(i)] += weights[i];
        }
        return totals;
    }
}
