package org.canbao.design;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Rows lost, by reason in the order of the checks; a row counts once, at its first reason. */
final class Losses {
    private final Map<String, Long> byReason = new LinkedHashMap<>();
    private boolean[] lost = new boolean[0];
    private boolean any;

    /** Begins a block of rows, none of them lost. */
    void begin(int rows) {
        if (lost.length < rows) {
            lost = new boolean[rows];
        }
        Arrays.fill(lost, 0, rows, false);
        any = false;
    }

    /** Declares a reason, so that reasons keep the order of the checks and not of their occurrence. */
    void declare(String reason) {
        byReason.putIfAbsent(reason, 0L);
    }

    /** Loses a row of the block. */
    void lose(int row, String reason) {
        if (!lost[row]) {
            lost[row] = true;
            any = true;
            byReason.merge(reason, 1L, Long::sum);
        }
    }

    /** Loses rows that are in no block. */
    void lose(long rows, String reason) {
        byReason.merge(reason, rows, Long::sum);
    }

    /** Moves the rows of the block that are not lost to its front; returns how many there are. */
    int compact(int rows, double[][] numbers, int[][] codes, double[] weights) {
        if (!any) {
            return rows;
        }
        int kept = 0;
        for (int i = 0; i < rows; i++) {
            if (!lost[i]) {
                if (kept < i) {
                    move(i, kept, numbers, codes, weights);
                }
                kept++;
            }
        }
        return kept;
    }

    private static void move(int from, int to, double[][] numbers, int[][] codes, double[] weights) {
        for (double[] column : numbers) {
            column[to] = column[from];
        }
        for (int[] column : codes) {
            column[to] = column[from];
        }
        weights[to] = weights[from];
    }

    /** The same reasons, apart from what is lost from now on. */
    Losses copy() {
        Losses copy = new Losses();
        copy.byReason.putAll(byReason);
        return copy;
    }

    /** The reasons that lost rows. */
    Map<String, Long> byReason() {
        Map<String, Long> occurred = new LinkedHashMap<>(byReason);
        occurred.values().removeIf(rows -> rows == 0);
        return occurred;
    }
}
