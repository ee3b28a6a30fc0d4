package org.canbao.math;

import java.util.Arrays;

/** A graph with weighted edges that grows while it is eliminated: for each vertex its neighbours, perhaps several times. */
final class WeightedGraph {
    private final int[][] neighbours;
    private final double[][] weights;
    private final int[] sizes;
    private final int[] merged;
    private final boolean[] gone;
    private final int[] place;

    WeightedGraph(int vertices) {
        neighbours = new int[vertices][4];
        weights = new double[vertices][4];
        sizes = new int[vertices];
        merged = new int[vertices];
        gone = new boolean[vertices];
        place = new int[vertices];
        Arrays.fill(place, -1);
    }

    int vertices() {
        return sizes.length;
    }

    /** Adds an edge at both its ends. */
    void connect(int a, int b, double weight) {
        add(a, b, weight);
        add(b, a, weight);
    }

    /** How many entries a vertex has: at least as many as it has neighbours. */
    int size(int vertex) {
        return sizes[vertex];
    }

    int neighbour(int vertex, int k) {
        return neighbours[vertex][k];
    }

    double weight(int vertex, int k) {
        return weights[vertex][k];
    }

    /** Takes a vertex out; its entries elsewhere go when their vertex is next merged. */
    void remove(int vertex) {
        gone[vertex] = true;
        neighbours[vertex] = new int[0];
        weights[vertex] = new double[0];
        sizes[vertex] = 0;
    }

    /** Makes one entry of all with the same neighbour, and drops those of vertices that are out. */
    void merge(int vertex) {
        int[] own = neighbours[vertex];
        double[] ownWeights = weights[vertex];
        int kept = 0;
        for (int k = 0; k < sizes[vertex]; k++) {
            int other = own[k];
            if (gone[other]) {
                continue;
            }
            if (place[other] < 0) {
                place[other] = kept;
                own[kept] = other;
                ownWeights[kept++] = ownWeights[k];
            } else {
                ownWeights[place[other]] += ownWeights[k];
            }
        }
        for (int k = 0; k < kept; k++) {
            place[own[k]] = -1;
        }
        sizes[vertex] = kept;
        merged[vertex] = kept;
    }

    private void add(int vertex, int other, double weight) {
        if (sizes[vertex] == neighbours[vertex].length) {
            if (sizes[vertex] > 2 * merged[vertex] + 16) {
                merge(vertex);
            }
            if (2 * sizes[vertex] > neighbours[vertex].length) {
                int capacity = Math.max(8, 2 * neighbours[vertex].length);
                neighbours[vertex] = Arrays.copyOf(neighbours[vertex], capacity);
                weights[vertex] = Arrays.copyOf(weights[vertex], capacity);
            }
        }
        neighbours[vertex][sizes[vertex]] = other;
        weights[vertex][sizes[vertex]++] = weight;
    }
}
