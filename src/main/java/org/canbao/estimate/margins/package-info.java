/**
 * Average marginal effects: how a prediction moves with a column of the sample, through every term that the column is part
 * of, averaged over the rows used.
 */
@NullMarked
package org.canbao.estimate.margins;

import org.jspecify.annotations.NullMarked;
