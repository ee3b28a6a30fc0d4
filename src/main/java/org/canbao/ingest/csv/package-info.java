/**
 * Delimited text, read: {@link org.canbao.ingest.csv.CsvReader} is the door. Encoding, delimiter and types are declared
 * or found out before the first row is handed on; a column whose type is not declared has that of most of its values,
 * and is text where digits are an identity rather than a quantity. Cells that do not fit, quotes that do not close and
 * records of the wrong length are told with their line.
 */
@NullMarked
package org.canbao.ingest.csv;

import org.jspecify.annotations.NullMarked;
