/** Measures whole processes, each next to a yardstick in the same minute on the same machine: {@code scripts/bench}. */
@NullMarked
package org.canbao.bench;

import org.jspecify.annotations.NullMarked;
