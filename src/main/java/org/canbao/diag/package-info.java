/**
 * Findings. A {@link org.canbao.diag.Diagnostic} says what was wrong, where, what was expected, the nearest valid name
 * and what to do next; {@link org.canbao.diag.Problems} collects those of a step, so that a user sees all of them, and
 * {@link org.canbao.diag.CanbaoException} carries them up. Each room has an enum of its {@link org.canbao.diag.Code}s.
 */
@NullMarked
package org.canbao.diag;

import org.jspecify.annotations.NullMarked;
