/** Stata's .dta files, written, so that simulated extracts come in the formats of the real ones. */
@NullMarked
package org.canbao.simulate.dta;

import org.jspecify.annotations.NullMarked;
