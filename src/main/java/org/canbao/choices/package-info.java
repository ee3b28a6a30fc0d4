/**
 * Specification curves: a spec of a study under every option of the points that the study leaves open. {@link
 * org.canbao.choices.Curves} is the one door. Each option is an edit of the study; what two edited studies compute alike is
 * computed once. {@link org.canbao.choices.Versions} gives every way in which a column can come about a name of its own, all
 * of them become columns of one wide sample, every set of filters a column that tells its rows, and the regressions are
 * estimated over that sample together. Samples that count rows in cells are counted anew for each edit instead. The numbers
 * are those of the studies edited by hand.
 */
@NullMarked
package org.canbao.choices;

import org.jspecify.annotations.NullMarked;
