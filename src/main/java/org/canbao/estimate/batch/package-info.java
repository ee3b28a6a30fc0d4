/**
 * Many least-squares regressions from few passes over the sample: {@link org.canbao.estimate.batch.Batch} reads all columns
 * of regressions over the same rows at once, absorbs each column once per set of effects, and solves each regression from
 * the columns it has. The numbers are those of the regressions one by one.
 */
@NullMarked
package org.canbao.estimate.batch;

import org.jspecify.annotations.NullMarked;
