package org.canbao.estimate.exact;

import java.util.Arrays;
import java.util.function.Consumer;
import org.apache.commons.math3.util.CombinatoricsUtils;
import org.canbao.math.CounterRandom;

/**
 * The choices of {@code k} from 0 to {@code n - 1}: all of them where they are no more than {@value #MOST}, otherwise so
 * many draws. They come in {@value #PIECES} pieces that do not depend on each other.
 */
final class Subsets {
    /** The most that are enumerated. */
    static final long MOST = 10_000_000;

    static final int PIECES = 64;

    private final int n;
    private final int k;
    private final long seed;
    private final boolean enumerated;
    private final long size;

    Subsets(int n, int k, int draws, long seed) {
        this.n = n;
        this.k = k;
        this.seed = seed;
        double all = CombinatoricsUtils.binomialCoefficientDouble(n, k);
        this.enumerated = all <= MOST;
        this.size = enumerated ? (long) all : draws;
    }

    /** How many. */
    long size() {
        return size;
    }

    /** Whether they are all there are. */
    boolean enumerated() {
        return enumerated;
    }

    /** Gives one piece to {@code each}, in order; the array is ascending and used again. */
    void piece(int piece, Consumer<int[]> each) {
        long from = size * piece / PIECES;
        long to = size * (piece + 1) / PIECES;
        if (!enumerated) {
            for (long d = from; d < to; d++) {
                each.accept(drawn(d));
            }
        } else if (from < to) {
            int[] chosen = unranked(from);
            each.accept(chosen);
            for (long rank = from + 1; rank < to; rank++) {
                advance(chosen);
                each.accept(chosen);
            }
        }
    }

    private int[] drawn(long draw) {
        int[] order = new CounterRandom(seed, "exact-test", draw).permutation(n);
        int[] chosen = Arrays.copyOf(order, k);
        Arrays.sort(chosen);
        return chosen;
    }

    /** The choice of that rank in lexicographic order. */
    private int[] unranked(long rank) {
        int[] chosen = new int[k];
        int place = 0;
        long left = rank;
        for (int i = 0; i < k; i++) {
            long beginning = CombinatoricsUtils.binomialCoefficient(n - place - 1, k - i - 1);
            while (left >= beginning) {
                left -= beginning;
                place++;
                beginning = CombinatoricsUtils.binomialCoefficient(n - place - 1, k - i - 1);
            }
            chosen[i] = place++;
        }
        return chosen;
    }

    /** The next choice in lexicographic order. */
    private void advance(int[] chosen) {
        int i = k - 1;
        while (chosen[i] == n - k + i) {
            i--;
        }
        chosen[i]++;
        for (int j = i + 1; j < k; j++) {
            chosen[j] = chosen[j - 1] + 1;
        }
    }
}
