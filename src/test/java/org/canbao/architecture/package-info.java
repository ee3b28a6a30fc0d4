/** The rules of the house, checked. */
@NullMarked
package org.canbao.architecture;

import org.jspecify.annotations.NullMarked;
