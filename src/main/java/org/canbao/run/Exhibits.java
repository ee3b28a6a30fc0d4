package org.canbao.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.canbao.files.AtomicFile;
import org.canbao.report.StudyLabels;
import org.canbao.report.figure.EventStudyFigure;
import org.canbao.report.figure.FigureCsv;
import org.canbao.report.figure.FigureModel;
import org.canbao.report.figure.PdfFigure;
import org.canbao.report.figure.PlaceboFigure;
import org.canbao.report.figure.PngFigure;
import org.canbao.report.figure.SvgFigure;
import org.canbao.report.table.CsvTable;
import org.canbao.report.table.DocxTable;
import org.canbao.report.table.HtmlTable;
import org.canbao.report.table.LatexTable;
import org.canbao.report.table.MarkdownTable;
import org.canbao.report.table.RegressionTable;
import org.canbao.report.table.SummaryTable;
import org.canbao.report.table.TableModel;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;

/** From fits to the files of tables and figures. */
final class Exhibits {
    private static final List<String> TABLE_SUFFIXES = List.of("md", "tex", "html", "csv", "docx");
    private static final List<String> FIGURE_SUFFIXES = List.of("png", "svg", "pdf", "csv");

    private final StudySpec study;
    private final Map<String, Fit> fits;
    private final Supplier<Sample> sample;
    private final boolean simulated;
    private final StudyLabels labels;
    private final Lang lang;

    /**
     * A maker of exhibits.
     *
     * @param fits the fits they show, by spec
     * @param sample the sample, opened only if a table needs it
     */
    Exhibits(
            StudySpec study,
            Map<String, Fit> fits,
            Supplier<Sample> sample,
            boolean simulated,
            StudyLabels labels,
            Lang lang) {
        this.study = study;
        this.fits = fits;
        this.sample = sample;
        this.simulated = simulated;
        this.labels = labels;
        this.lang = lang;
    }

    /** The files of a table. */
    static List<String> filesOfTable(String id) {
        return TABLE_SUFFIXES.stream().map(s -> "tables/" + id + "." + s).toList();
    }

    /** The files of a figure. */
    static List<String> filesOfFigure(String id) {
        return FIGURE_SUFFIXES.stream().map(s -> "figures/" + id + "." + s).toList();
    }

    /** The files of a table, with what is in them. */
    Map<String, AtomicFile.Content> table(TableSpec spec) {
        TableModel model = spec instanceof TableSpec.Summary summary
                ? SummaryTable.of(summary, sample.get(), labels, study.notes(), simulated)
                : RegressionTable.of((TableSpec.Regression) spec, fits, labels, study.notes(), simulated);
        String base = "tables/" + spec.id() + ".";
        Map<String, AtomicFile.Content> files = new LinkedHashMap<>();
        files.put(base + "md", text(MarkdownTable.render(model, lang)));
        files.put(base + "tex", text(LatexTable.render(model, lang)));
        files.put(base + "html", text(HtmlTable.page(model, lang)));
        files.put(base + "csv", text(CsvTable.render(model, lang)));
        byte[] docx = DocxTable.render(model, lang);
        files.put(base + "docx", out -> out.write(docx));
        return files;
    }

    /** The files of a figure, with what is in them. */
    Map<String, AtomicFile.Content> figure(FigureSpec spec) {
        FigureModel model = model(spec);
        String base = "figures/" + spec.id() + ".";
        Map<String, AtomicFile.Content> files = new LinkedHashMap<>();
        files.put(base + "png", bytes(PngFigure.render(model)));
        files.put(base + "svg", bytes(SvgFigure.render(model)));
        files.put(base + "pdf", bytes(PdfFigure.render(model)));
        files.put(base + "csv", text(FigureCsv.render(model)));
        return files;
    }

    private FigureModel model(FigureSpec spec) {
        if (spec instanceof FigureSpec.EventStudy figure) {
            Fit.EventStudy fit = (Fit.EventStudy) fits.get(figure.spec().name());
            return EventStudyFigure.of(figure, fit, labels, lang, simulated);
        }
        FigureSpec.Placebo figure = (FigureSpec.Placebo) spec;
        Fit.Placebo fit = (Fit.Placebo) fits.get(figure.spec().name());
        return PlaceboFigure.of(figure, fit, labels, lang, simulated);
    }

    private static AtomicFile.Content text(String text) {
        return bytes(text.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private static AtomicFile.Content bytes(byte[] bytes) {
        return out -> out.write(bytes);
    }
}
