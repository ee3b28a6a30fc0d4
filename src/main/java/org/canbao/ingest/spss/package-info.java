/** Reads SPSS system files, {@code .sav} and {@code .zsav}: dictionary, labels, missing values and cases. */
@NullMarked
package org.canbao.ingest.spss;

import org.jspecify.annotations.NullMarked;
