/** Sensitivity of a coefficient to unobservables, by what observables do to it. */
@NullMarked
package org.canbao.estimate.oster;

import org.jspecify.annotations.NullMarked;
