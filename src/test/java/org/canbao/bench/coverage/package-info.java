/** How often the intervals of a study hold the truth of simulated surveys. */
@NullMarked
package org.canbao.bench.coverage;

import org.jspecify.annotations.NullMarked;
