/** Proportions in a sample and their intervals, for tables and figures. */
@NullMarked
package org.canbao.report.share;

import org.jspecify.annotations.NullMarked;
