package org.canbao.design;

import java.util.Arrays;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.canbao.spec.ColumnRef;

/**
 * Cells that an estimator has no use for, known once their keys are read.
 *
 * @param reason under which their rows are counted among those lost
 * @param of from the keys to the cells that leave
 */
public record Exclusion(String reason, Function<Function<ColumnRef, Key>, IntPredicate> of) {
    /** All cells stay. */
    public static final Exclusion NONE = new Exclusion("", keys -> cell -> false);

    Cells from(Cells cells, Losses losses) {
        if (this == NONE) {
            return cells;
        }
        IntPredicate leaves = of.apply(column -> Design.key(cells, column));
        int[] kept = new int[cells.size()];
        int size = 0;
        long lost = 0;
        for (int cell = 0; cell < kept.length; cell++) {
            if (leaves.test(cell)) {
                lost += cells.counts()[cell];
            } else {
                kept[size++] = cell;
            }
        }
        if (size == cells.size()) {
            return cells;
        }
        losses.lose(lost, reason);
        return cells.take(Arrays.copyOf(kept, size));
    }
}
