/** Exhibits: what tables and figures show, and how they look on paper and screen. */
@NullMarked
package org.canbao.report;

import org.jspecify.annotations.NullMarked;
