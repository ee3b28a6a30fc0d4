/**
 * From a spec and a sample to the numbers of a regression. {@link org.canbao.design.DesignBuilder} takes a {@link
 * org.canbao.design.DesignRequest} and gives a {@link org.canbao.design.Design}: columns over cells, effects, clusters,
 * and the rows that were not used, with the reason. Where the columns allow it the sample is read once into counts, sums
 * and cross-products of cells (the cross of all levels that matter); otherwise cells are rows. {@code Planner} chooses,
 * and both ways give the same numbers.
 */
@NullMarked
package org.canbao.design;

import org.jspecify.annotations.NullMarked;
