/**
 * Raw variables to harmonised ones: which raw variable each variable of a data schema is, and its cells into its type and
 * codes.
 */
@NullMarked
package org.canbao.ingest.binding;

import org.jspecify.annotations.NullMarked;
