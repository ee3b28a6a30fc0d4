/** Which counts of persons may be shown, and what must be hidden with those that may not. */
@NullMarked
package org.canbao.privacy;

import org.jspecify.annotations.NullMarked;
