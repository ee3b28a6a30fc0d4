/** What an audit of printed numbers was asked to check: immutable records. */
@NullMarked
package org.canbao.spec.audit;

import org.jspecify.annotations.NullMarked;
