/** Findings: what was wrong, where, what was expected, the nearest valid name, what to do next. */
@NullMarked
package org.canbao.diag;

import org.jspecify.annotations.NullMarked;
