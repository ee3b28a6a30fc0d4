package org.canbao.report.figure;

import java.util.List;

/** A file format of figures. The same model gives the same bytes on the same Java. */
public interface FigureFormat {
    /** The file name extension, without the dot. */
    String extension();

    /**
     * The file.
     *
     * @throws org.canbao.diag.CanbaoException CB0651 if no font has a character of the figure, CB0652 if Java cannot
     *     load fonts
     */
    byte[] render(FigureModel model);

    /** All formats: the three pictures and the numbers behind them. */
    static List<FigureFormat> all() {
        return List.of(new PngFigure(), new SvgFigure(), new PdfFigure(), new FigureCsv());
    }
}
