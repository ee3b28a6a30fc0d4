/**
 * The analysis sample. {@link org.canbao.sample.SampleBuilder} joins the inputs of a study, derives columns, filters, and
 * writes the rows that stay, sorted by the cells of the estimates; each step is a line of the {@link
 * org.canbao.sample.Ledger}. Expressions of users pass {@link org.canbao.sample.SqlGuard} first, which lets through what
 * is named and nothing else. A {@link org.canbao.sample.Sample} is what estimators read.
 */
@NullMarked
package org.canbao.sample;

import org.jspecify.annotations.NullMarked;
