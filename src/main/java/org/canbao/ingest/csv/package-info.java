/**
 * Delimited text, read: {@link org.canbao.ingest.csv.CsvReader} is the door. Encoding, delimiter and types are declared
 * or found out before the first row is handed on; columns get the narrowest type that all their cells fit. A cell that
 * does not fit a declared type, a quote that does not close and a record of the wrong length are told with their line.
 */
@NullMarked
package org.canbao.ingest.csv;

import org.jspecify.annotations.NullMarked;
