/** Data schemas: from one raw layout to harmonised names, types, codes, units and missing codes. */
@NullMarked
package org.canbao.schema;

import org.jspecify.annotations.NullMarked;
