/** Reads delimited text: encoding, delimiter and types are declared or found out, and cells that do not fit are told. */
@NullMarked
package org.canbao.ingest.csv;

import org.jspecify.annotations.NullMarked;
