package org.canbao.math;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

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
    /** Of the others, those that meet every level of the first once, and the rest. */
    private final int[] complete;

    private final int[] partial;

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
        List<int[]> couples = couples(size);
        Pair[] pairs = new Pair[couples.size()];
        int[] order = Incidence.order(first);
        Parallel.forEach(size + pairs.length, threads, task -> {
            if (task < pairs.length) {
                int[] couple = couples.get(task);
                Incidence counts = Incidence.of(others.get(couple[0]), others.get(couple[1]), weights);
                pairs[task] = new Pair(couple[0], couple[1], counts);
            } else {
                int e = task - pairs.length;
                totals[e] = totals(others.get(e), weights);
                met[e] = Incidence.of(first, order, others.get(e), weights);
            }
        });
        firstTotals = totals(first, weights);
        withFirst = List.of(met);
        among = List.of(pairs);
        complete = IntStream.range(0, size).filter(e -> met[e].isComplete()).toArray();
        partial = IntStream.range(0, size).filter(e -> !met[e].isComplete()).toArray();
    }

    /** The pairs of so many effects: the first with each that follows it, then the second. */
    private static List<int[]> couples(int effects) {
        List<int[]> couples = new ArrayList<>();
        for (int a = 0; a < effects; a++) {
            for (int b = a + 1; b < effects; b++) {
                couples.add(new int[] {a, b});
            }
        }
        return couples;
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
        among.forEach(pair -> addMet(pair, x, image));
        double sum = takeMeans(x, image);
        for (int e : complete) {
            for (int level = 0; level < image[e].length; level++) {
                image[e][level] -= sum;
            }
        }
        return image;
    }

    private static void addMet(Pair pair, double[][] x, double[][] image) {
        double[] values = x[pair.a];
        for (int level = 0; level < values.length; level++) {
            image[pair.a][level] += pair.counts.dot(level, x[pair.b]);
            pair.counts.add(level, values[level], image[pair.b]);
        }
    }

    /** Takes the means over each level of the first effect from the partial ones; their sum is for the complete ones. */
    private double takeMeans(double[][] x, double[][] image) {
        double same = same(x);
        double sum = 0;
        for (int level = 0; level < firstTotals.length; level++) {
            double mean = mean(level, x, same);
            sum += mean;
            for (int e : partial) {
                withFirst.get(e).add(level, -mean, image[e]);
            }
        }
        return sum;
    }

    /** The means over each level of the first effect of the others' values there. */
    double[] means(double[][] x) {
        double[] means = new double[firstTotals.length];
        double same = same(x);
        for (int level = 0; level < means.length; level++) {
            means[level] = mean(level, x, same);
        }
        return means;
    }

    private double mean(int level, double[][] x, double same) {
        double sum = same;
        for (int e : partial) {
            sum += withFirst.get(e).dot(level, x[e]);
        }
        return sum / firstTotals[level];
    }

    /** What the effects that meet every level once add to the sum over any. */
    private double same(double[][] x) {
        double sum = 0;
        for (int e : complete) {
            for (double value : x[e]) {
                sum += value;
            }
        }
        return sum;
    }

    private static double[] totals(GroupIndex groups, double[] weights) {
        double[] totals = new double[groups.groups()];
        for (int i = 0; i < weights.length; i++) {
            totals[groups.code(i)] += weights[i];
        }
        return totals;
    }
}
