/**
 * Two-stage least squares, and what tells whether its instruments are any good. All stages are the least squares of {@code
 * org.canbao.estimate} on combinations of the same absorbed columns.
 */
@NullMarked
package org.canbao.estimate.iv;

import org.jspecify.annotations.NullMarked;
