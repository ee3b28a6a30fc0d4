package org.canbao.math;

import java.util.Arrays;

/** Vertices by degree, the least first; of equal ones the last put. Degrees beyond the number of vertices count as that. */
final class DegreeQueue {
    private static final int NONE = -1;

    private final int[] heads;
    private final int[] next;
    private final int[] previous;
    private final int[] degrees;
    private int least;

    DegreeQueue(int vertices) {
        heads = new int[vertices + 1];
        next = new int[vertices];
        previous = new int[vertices];
        degrees = new int[vertices];
        Arrays.fill(heads, NONE);
        Arrays.fill(degrees, NONE);
    }

    /** Puts a vertex, or moves it. */
    void put(int vertex, int degree) {
        int bounded = Math.min(degree, heads.length - 1);
        if (degrees[vertex] == bounded) {
            return;
        }
        take(vertex);
        degrees[vertex] = bounded;
        previous[vertex] = NONE;
        next[vertex] = heads[bounded];
        if (heads[bounded] != NONE) {
            previous[heads[bounded]] = vertex;
        }
        heads[bounded] = vertex;
        least = Math.min(least, bounded);
    }

    /** A vertex of the least degree; there must be one. */
    int first() {
        while (heads[least] == NONE) {
            least++;
        }
        return heads[least];
    }

    /** The degree with which a vertex was put. */
    int degree(int vertex) {
        return degrees[vertex];
    }

    /** Takes a vertex out, if it is in. */
    void take(int vertex) {
        int degree = degrees[vertex];
        if (degree == NONE) {
            return;
        }
        degrees[vertex] = NONE;
        if (previous[vertex] == NONE) {
            heads[degree] = next[vertex];
        } else {
            next[previous[vertex]] = next[vertex];
        }
        if (next[vertex] != NONE) {
            previous[next[vertex]] = previous[vertex];
        }
    }
}
