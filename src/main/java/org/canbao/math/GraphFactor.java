package org.canbao.math;

import java.util.Arrays;

/**
 * A factor L D L' of the Laplacian of a weighted graph, exact or nearly. Vertices are eliminated in order of their degree.
 * A vertex of few neighbours leaves the clique of them, as in a Cholesky factorisation; one of many leaves a random tree
 * of the same expectation (Kyng and Sachdeva 2016; Gao, Kyng and Spielman 2023), so that the factor stays sparse. On rings,
 * chains and other graphs of small separators nothing is left to chance, and the factor is exact.
 */
final class GraphFactor {
    /** Neighbours up to which a clique is made. */
    private static final int CLIQUE = 64;

    private static final long SEED = 20_161;

    private final int[] order;
    private final int[] starts;
    private final int[] columns;
    private final double[] shares;
    private final double[] pivots;

    private GraphFactor(int[] order, int[] starts, int[] columns, double[] shares, double[] pivots) {
        this.order = order;
        this.starts = starts;
        this.columns = columns;
        this.shares = shares;
        this.pivots = pivots;
    }

    /**
     * Eliminates the second of two effects from their common counts: vertices are its levels, and each level of the first
     * connects those that it meets.
     */
    static GraphFactor of(Incidence firstBySecond, double[] firstTotals) {
        return of(projected(firstBySecond, firstTotals));
    }

    /** Factors a graph, which it uses up. */
    static GraphFactor of(WeightedGraph graph) {
        return new Elimination(graph).run();
    }

    /** Solves L D L' x = b in place, b summing to zero over each connected part; x is zero at one vertex of each. */
    void solve(double[] b) {
        for (int i = 0; i < order.length; i++) {
            double value = b[order[i]];
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                b[columns[k]] += shares[k] * value;
            }
            b[order[i]] = pivots[i] > 0 ? value / pivots[i] : 0;
        }
        for (int i = order.length - 1; i >= 0; i--) {
            double value = b[order[i]];
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                value += shares[k] * b[columns[k]];
            }
            b[order[i]] = value;
        }
    }

    private static WeightedGraph projected(Incidence counts, double[] firstTotals) {
        WeightedGraph graph = new WeightedGraph(counts.width());
        Incidence byVertex = counts.transposed();
        double[] sum = new double[counts.width()];
        int[] met = new int[counts.width()];
        for (int vertex = 0; vertex < counts.width(); vertex++) {
            int size = 0;
            for (int k = byVertex.start(vertex); k < byVertex.start(vertex + 1); k++) {
                int level = byVertex.column(k);
                double share = byVertex.weight(k) / firstTotals[level];
                for (int c = counts.start(level); few(counts, level) && c < counts.start(level + 1); c++) {
                    int other = counts.column(c);
                    if (other > vertex) {
                        if (sum[other] == 0) {
                            met[size++] = other;
                        }
                        sum[other] += share * counts.weight(c);
                    }
                }
            }
            for (int m = 0; m < size; m++) {
                graph.connect(vertex, met[m], sum[met[m]]);
                sum[met[m]] = 0;
            }
        }
        addTrees(graph, counts);
        return graph;
    }

    private static boolean few(Incidence counts, int level) {
        return counts.start(level + 1) - counts.start(level) <= CLIQUE;
    }

    private static void addTrees(WeightedGraph graph, Incidence counts) {
        CounterRandom random = new CounterRandom(SEED, "levels", 0);
        for (int level = 0; level < counts.rows(); level++) {
            if (!few(counts, level)) {
                int size = counts.start(level + 1) - counts.start(level);
                int[] vertices = new int[size];
                double[] weights = new double[size];
                for (int k = 0; k < size; k++) {
                    vertices[k] = counts.column(counts.start(level) + k);
                    weights[k] = counts.weight(counts.start(level) + k);
                }
                tree(graph, vertices, weights, random);
            }
        }
    }

    /** Joins each neighbour to a later one, drawn in proportion to its weight; the lightest come first. */
    private static void tree(WeightedGraph graph, int[] vertices, double[] weights, CounterRandom random) {
        Integer[] byWeight = new Integer[vertices.length];
        Arrays.setAll(byWeight, k -> k);
        Arrays.sort(byWeight, (a, b) -> {
            int compared = Double.compare(weights[a], weights[b]);
            return compared == 0 ? Integer.compare(vertices[a], vertices[b]) : compared;
        });
        double[] from = new double[vertices.length + 1];
        for (int k = vertices.length - 1; k >= 0; k--) {
            from[k] = from[k + 1] + weights[byWeight[k]];
        }
        double total = from[0];
        for (int k = 0; k + 1 < vertices.length; k++) {
            double target = random.nextDouble() * from[k + 1];
            int low = k + 1;
            int high = vertices.length - 1;
            while (low < high) {
                int middle = (low + high + 1) >>> 1;
                if (from[middle] >= target) {
                    low = middle;
                } else {
                    high = middle - 1;
                }
            }
            double weight = weights[byWeight[k]] * from[k + 1] / total;
            graph.connect(vertices[byWeight[k]], vertices[byWeight[low]], weight);
        }
    }

    /** The elimination, vertex by vertex. */
    private static final class Elimination {
        private final WeightedGraph graph;
        private final DegreeQueue queue;
        private final CounterRandom random = new CounterRandom(SEED, "vertices", 0);
        private final int[] order;
        private final int[] starts;
        private final double[] pivots;
        private int[] columns = new int[1024];
        private double[] shares = new double[1024];
        private int filled;

        Elimination(WeightedGraph graph) {
            this.graph = graph;
            this.order = new int[graph.vertices()];
            this.starts = new int[graph.vertices() + 1];
            this.pivots = new double[graph.vertices()];
            this.queue = new DegreeQueue(graph.vertices());
            for (int vertex = 0; vertex < graph.vertices(); vertex++) {
                graph.merge(vertex);
                queue.put(vertex, graph.size(vertex));
            }
        }

        GraphFactor run() {
            for (int i = 0; i < order.length; i++) {
                int vertex = next();
                order[i] = vertex;
                pivots[i] = eliminate(vertex);
                starts[i + 1] = filled;
            }
            return new GraphFactor(
                    order, starts, Arrays.copyOf(columns, filled), Arrays.copyOf(shares, filled), pivots);
        }

        /** The vertex of the least degree, as far as it is known. */
        private int next() {
            while (true) {
                int vertex = queue.first();
                graph.merge(vertex);
                if (graph.size(vertex) <= queue.degree(vertex)) {
                    queue.take(vertex);
                    return vertex;
                }
                queue.put(vertex, graph.size(vertex));
            }
        }

        private double eliminate(int vertex) {
            int size = graph.size(vertex);
            int[] others = new int[size];
            double[] weights = new double[size];
            double total = 0;
            for (int k = 0; k < size; k++) {
                others[k] = graph.neighbour(vertex, k);
                weights[k] = graph.weight(vertex, k);
                total += weights[k];
            }
            graph.remove(vertex);
            for (int k = 0; k < size; k++) {
                append(others[k], weights[k] / total);
            }
            if (size <= CLIQUE) {
                for (int a = 0; a < size; a++) {
                    for (int b = 0; b < a; b++) {
                        graph.connect(others[a], others[b], weights[a] * weights[b] / total);
                    }
                }
            } else {
                tree(graph, others, weights, random);
            }
            for (int other : others) {
                if (size <= CLIQUE) {
                    graph.merge(other);
                }
                queue.put(other, graph.size(other));
            }
            return total;
        }

        private void append(int column, double share) {
            if (filled == columns.length) {
                columns = Arrays.copyOf(columns, 2 * filled);
                shares = Arrays.copyOf(shares, 2 * filled);
            }
            columns[filled] = column;
            shares[filled++] = share;
        }
    }
}
