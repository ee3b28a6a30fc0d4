package org.canbao.spec;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Effects absorbed before estimation.
 *
 * @param columns the columns whose combinations are the levels: one, or several as in {@code city^year}
 * @param slopes slope variables, as in {@code city[year]}; empty for intercepts only
 * @param intercepts whether each level has its own intercept; false for {@code city[[year]]}
 */
public record FixedEffect(List<ColumnRef> columns, List<ColumnRef> slopes, boolean intercepts) {
    public FixedEffect {
        columns = List.copyOf(columns);
        slopes = List.copyOf(slopes);
    }

    /** As in a formula. */
    public String text() {
        String levels = columns.stream().map(ColumnRef::name).collect(Collectors.joining("^"));
        if (slopes.isEmpty()) {
            return levels;
        }
        String inside = slopes.stream().map(ColumnRef::name).collect(Collectors.joining(", "));
        return intercepts ? levels + "[" + inside + "]" : levels + "[[" + inside + "]]";
    }
}
