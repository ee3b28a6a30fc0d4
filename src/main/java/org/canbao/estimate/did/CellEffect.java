package org.canbao.estimate.did;

/**
 * An effect and its influence function.
 *
 * @param estimate the effect
 * @param influence per row of {@link CellRows}: what it adds to the error of the estimate to first order, the influence
 *     function over the number of rows; the variance is the sum of squares of its sums within clusters
 */
record CellEffect(double estimate, double[] influence) {}
