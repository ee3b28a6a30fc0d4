/**
 * Whether printed numbers agree with themselves: rules as small classes, applied to the tables that a study printed. Each
 * finding says agrees, disagrees or cannot tell, with the arithmetic written out.
 */
@NullMarked
package org.canbao.audit;

import org.jspecify.annotations.NullMarked;
