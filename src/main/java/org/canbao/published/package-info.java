/**
 * Printed numbers in their CSV form: one row per number, with the table, column, panel and row where it stands, and as
 * many digits as were printed. What rounding leaves open is an {@link org.canbao.published.Interval}.
 */
@NullMarked
package org.canbao.published;

import org.jspecify.annotations.NullMarked;
