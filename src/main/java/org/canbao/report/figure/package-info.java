/**
 * Figures: from a fit to what is drawn ({@link org.canbao.report.figure.FigureModel}), and from there to PNG, SVG, PDF
 * and CSV. Geometry is drawn by XChart; all texts are placed here, so that they stay texts in SVG and PDF.
 */
@NullMarked
package org.canbao.report.figure;

import org.jspecify.annotations.NullMarked;
