/** What came out: estimates, inference, rows lost and why, as immutable values that turn into JSON and back. */
@NullMarked
package org.canbao.result;

import org.jspecify.annotations.NullMarked;
