package org.canbao.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Bars of proportions with their intervals.
 *
 * @param shares the proportions; several stand beside each other
 * @param rows one bar per level of this column
 * @param weights sampling weights, if the shares are weighted
 * @param order whether bars are sorted by the first share, or by level
 * @param axis what their length is; the label of the share if nothing is said
 */
public record ShareBars(
        String id,
        Text title,
        Optional<Text> notes,
        List<ShareSpec> shares,
        ColumnRef rows,
        Optional<ColumnRef> weights,
        Order order,
        Optional<Text> axis)
        implements FigureSpec {
    public ShareBars {
        shares = List.copyOf(shares);
    }

    @Override
    public List<ColumnRef> specs() {
        return List.of();
    }

    @Override
    public List<ColumnRef> columnsRead() {
        List<ColumnRef> read = new ArrayList<>(List.of(rows));
        shares.forEach(share -> read.addAll(share.columnsRead()));
        weights.ifPresent(read::add);
        return read;
    }

    /** The order of bars. */
    public enum Order {
        /** The smallest share first. */
        ASCENDING,
        /** The largest share first. */
        DESCENDING,
        /** By level. */
        LEVEL
    }
}
