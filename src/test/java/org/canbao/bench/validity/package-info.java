/** Monte Carlo experiments where the truth is known: which estimates and intervals hold, which do not, and what cures them. */
@NullMarked
package org.canbao.bench.validity;

import org.jspecify.annotations.NullMarked;
