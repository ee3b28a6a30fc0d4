/** A scenario of who subsidises whose insurance: immutable records. */
@NullMarked
package org.canbao.spec.fiscal;

import org.jspecify.annotations.NullMarked;
