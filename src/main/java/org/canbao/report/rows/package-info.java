/** Rows of a sample that exhibits show one by one. */
@NullMarked
package org.canbao.report.rows;

import org.jspecify.annotations.NullMarked;
