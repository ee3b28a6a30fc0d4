package org.canbao.design;

import java.util.Arrays;
import java.util.List;
import org.canbao.math.GroupIndex;

/** Drops rows that are alone in a level of an effect, again and again until none is. */
final class Singletons {
    private Singletons() {}

    /**
     * The cells to keep.
     *
     * @param counts rows per cell
     * @param levels per effect with intercepts, the level of each cell
     * @param texts the effects' texts
     * @param losses receives the rows dropped
     */
    static int[] keep(int[] counts, List<GroupIndex> levels, List<String> texts, Losses losses) {
        boolean[] dropped = new boolean[counts.length];
        boolean again = true;
        while (again) {
            again = false;
            for (int e = 0; e < levels.size(); e++) {
                long lost = drop(counts, levels.get(e), dropped);
                losses.lose(lost, "singleton: " + texts.get(e));
                again |= lost > 0;
            }
        }
        int[] kept = new int[counts.length];
        int size = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            if (!dropped[cell]) {
                kept[size++] = cell;
            }
        }
        return Arrays.copyOf(kept, size);
    }

    private static long drop(int[] counts, GroupIndex levels, boolean[] dropped) {
        long[] rows = new long[levels.groups()];
        for (int cell = 0; cell < counts.length; cell++) {
            rows[levels.code(cell)] += dropped[cell] ? 0 : counts[cell];
        }
        long lost = 0;
        for (int cell = 0; cell < counts.length; cell++) {
            if (!dropped[cell] && rows[levels.code(cell)] == 1) {
                dropped[cell] = true;
                lost++;
            }
        }
        return lost;
    }
}
