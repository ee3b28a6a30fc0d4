/** One file per estimator, and in one place every covariance and every small-sample correction. */
@NullMarked
package org.canbao.estimate;

import org.jspecify.annotations.NullMarked;
