/**
 * The tables of a study. {@link org.canbao.report.table.RegressionTable} and {@link
 * org.canbao.report.table.SummaryTable} make a {@link org.canbao.report.table.TableModel}, cells without format; each
 * {@link org.canbao.report.table.TableFormat} renders it. Single fits, as {@code canbao estimate} prints them, are
 * {@code FitText}, {@code FitMarkdown}, {@code FitLatex} and {@code FitCsv}. Stars come from the p-value of the standard
 * error that is printed below.
 */
@NullMarked
package org.canbao.report.table;

import org.jspecify.annotations.NullMarked;
