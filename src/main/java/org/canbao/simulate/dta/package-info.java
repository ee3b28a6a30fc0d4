/**
 * Stata's .dta files, written, so that simulated extracts come in the formats of the real ones: {@link
 * org.canbao.simulate.dta.DtaWriter} is the door. Reading them is {@link org.canbao.ingest.dta}.
 */
@NullMarked
package org.canbao.simulate.dta;

import org.jspecify.annotations.NullMarked;
