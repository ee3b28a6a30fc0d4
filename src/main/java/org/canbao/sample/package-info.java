/** The analysis sample: checked SQL expressions, joins, derived columns, filters and the attrition ledger. */
@NullMarked
package org.canbao.sample;

import org.jspecify.annotations.NullMarked;
