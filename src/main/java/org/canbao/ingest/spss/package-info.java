/**
 * SPSS system files, {@code .sav} and {@code .zsav}, read: {@link org.canbao.ingest.spss.SavReader} is the door. The
 * dictionary comes first ({@code RawDictionary} as it stands, {@code SavDictionary} as it is meant: long names, value
 * labels, missing values, encoding), then the cases, plain or compressed by bytes or blocks.
 */
@NullMarked
package org.canbao.ingest.spss;

import org.jspecify.annotations.NullMarked;
