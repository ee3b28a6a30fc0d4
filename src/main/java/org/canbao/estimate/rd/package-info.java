/** Local and randomization-based regression discontinuity. */
@NullMarked
package org.canbao.estimate.rd;

import org.jspecify.annotations.NullMarked;
