package org.canbao.design;

import java.util.List;
import org.canbao.spec.Term;

/**
 * What the columns of a term stand for.
 *
 * @param term the term
 * @param levels for each of its columns, for each factor of the term, the position of the level that the column is of, or
 *     {@link #NO_LEVEL} if the factor is a number
 */
public record TermLayout(Term term, List<List<Integer>> levels) {
    /** Of a factor without levels. */
    public static final int NO_LEVEL = -1;

    public TermLayout {
        levels = levels.stream().map(List::copyOf).toList();
    }

    /** How many columns the term became. */
    public int width() {
        return levels.size();
    }
}
