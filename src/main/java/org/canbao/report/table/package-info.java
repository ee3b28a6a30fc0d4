/** The tables of a study: one model of cells without format, how it is made, and how it looks in each format. */
@NullMarked
package org.canbao.report.table;

import org.jspecify.annotations.NullMarked;
