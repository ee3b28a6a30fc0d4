/**
 * Maximum likelihood with absorbed effects: Poisson and logit regressions by iteratively reweighted least squares, each
 * step of which is the least squares of {@code org.canbao.estimate}; and which rows have no place in them, because they
 * would send estimates to infinity.
 */
@NullMarked
package org.canbao.estimate.glm;

import org.jspecify.annotations.NullMarked;
