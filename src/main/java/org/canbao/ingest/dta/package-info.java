/**
 * Stata's .dta files, read: {@link org.canbao.ingest.dta.DtaReader} is the door. The sections before the rows come in
 * two layouts ({@code BinaryLayout} up to release 115, {@code TaggedLayout} from 117) and end in one description,
 * {@code DtaSections}; the rows are decoded by column, a block at a time.
 */
@NullMarked
package org.canbao.ingest.dta;

import org.jspecify.annotations.NullMarked;
