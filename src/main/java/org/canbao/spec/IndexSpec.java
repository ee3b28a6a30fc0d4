package org.canbao.spec;

import java.util.List;
import java.util.Optional;

/**
 * A column of an input that sums up others of it: the first principal component of their correlation matrix, over the rows
 * of the input.
 *
 * @param column its name
 * @param of the columns that it sums up, at least two
 * @param per the column in each value of which means, deviations and weights are computed anew; over all rows if empty
 * @param origin what a score of zero is
 */
public record IndexSpec(ColumnRef column, List<ColumnRef> of, Optional<ColumnRef> per, Origin origin) {
    public IndexSpec {
        of = List.copyOf(of);
    }

    /** What a score of zero is. */
    public enum Origin {
        /** The means of the columns: scores have mean zero. */
        MEAN,
        /** Columns that are all zero: the means are not taken off, and scores of positive columns are positive. */
        ZERO
    }
}
