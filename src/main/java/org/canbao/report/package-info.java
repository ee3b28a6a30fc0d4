/**
 * Exhibits: what tables, figures and pages show, and how they look. This package has what they share: the labels of
 * variables and terms ({@link org.canbao.report.StudyLabels}), how numbers are printed ({@link
 * org.canbao.report.Numbers}), and the words in both languages ({@link org.canbao.report.Vocabulary}). Models of exhibits
 * are made first, without format; renderers compute nothing.
 */
@NullMarked
package org.canbao.report;

import org.jspecify.annotations.NullMarked;
