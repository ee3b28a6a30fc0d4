package org.canbao.design;

import java.util.function.Function;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
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
        IntPredicate leaves = of.apply(column -> Design.key(cells, column));
        int[] kept = IntStream.range(0, cells.size()).filter(leaves.negate()).toArray();
        if (kept.length == cells.size()) {
            return cells;
        }
        long rows = IntStream.range(0, cells.size())
                .filter(leaves)
                .mapToLong(cell -> cells.counts()[cell])
                .sum();
        losses.lose(rows, reason);
        return cells.take(kept);
    }
}
