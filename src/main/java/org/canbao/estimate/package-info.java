/**
 * Estimators. {@link org.canbao.estimate.Estimators} is the door: a spec and a sample in, a {@link
 * org.canbao.result.Fit} out. One class per model holds its equations; least squares of all models are {@code
 * LeastSquares}. Every covariance is in {@code Sandwich}, every small-sample correction and every degree of freedom in
 * {@code SmallSample}, and nowhere else.
 */
@NullMarked
package org.canbao.estimate;

import org.jspecify.annotations.NullMarked;
