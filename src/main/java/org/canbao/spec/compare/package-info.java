/** Which printed number is replicated by which result: immutable records. */
@NullMarked
package org.canbao.spec.compare;

import org.jspecify.annotations.NullMarked;
