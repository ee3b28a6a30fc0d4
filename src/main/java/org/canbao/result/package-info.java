/**
 * What came out: a {@link org.canbao.result.Fit} holds estimates, how their standard errors were computed ({@link
 * org.canbao.result.Inference}), what was dropped and why, as immutable values. {@link org.canbao.result.FitJson} turns
 * it into JSON with all digits, and back.
 */
@NullMarked
package org.canbao.result;

import org.jspecify.annotations.NullMarked;
