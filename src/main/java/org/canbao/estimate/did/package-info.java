/** Difference-in-differences estimators that need more than one least-squares regression. */
@NullMarked
package org.canbao.estimate.did;

import org.jspecify.annotations.NullMarked;
