package org.canbao.run;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.canbao.files.AtomicFile;
import org.canbao.report.StudyLabels;
import org.canbao.report.figure.EventStudyFigure;
import org.canbao.report.figure.FigureContext;
import org.canbao.report.figure.FigureFormat;
import org.canbao.report.figure.FigureModel;
import org.canbao.report.figure.PlaceboFigure;
import org.canbao.report.table.RegressionTable;
import org.canbao.report.table.SummaryTable;
import org.canbao.report.table.TableContext;
import org.canbao.report.table.TableFormat;
import org.canbao.report.table.TableModel;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.Lang;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;

/** From fits to the files of tables and figures. */
final class Exhibits {
    private static final List<TableFormat> TABLE_FORMATS = List.of(
            TableFormat.MARKDOWN,
            TableFormat.LATEX,
            TableFormat.HTML,
            TableFormat.CSV,
            TableFormat.DOCX,
            TableFormat.XLSX);

    private final StudySpec study;
    private final Map<String, Fit> fits;
    private final Supplier<Sample> sample;
    private final boolean simulated;
    private final StudyLabels labels;
    private final Lang lang;
    private final Map<String, TableModel> tables = new HashMap<>();

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
        return TABLE_FORMATS.stream()
                .map(f -> "tables/" + id + "." + f.extension())
                .toList();
    }

    /** The files of a figure. */
    static List<String> filesOfFigure(String id) {
        return FigureFormat.all().stream()
                .map(f -> "figures/" + id + "." + f.extension())
                .toList();
    }

    /** The files of a table, with what is in them. */
    Map<String, AtomicFile.Content> table(TableSpec spec) {
        TableModel model = model(spec);
        Map<String, AtomicFile.Content> files = new LinkedHashMap<>();
        for (TableFormat format : TABLE_FORMATS) {
            files.put("tables/" + spec.id() + "." + format.extension(), bytes(format.render(model, lang)));
        }
        return files;
    }

    /** What a table shows; computed once. */
    TableModel model(TableSpec spec) {
        return tables.computeIfAbsent(spec.id(), id -> {
            TableContext context = new TableContext(labels, study.notes(), simulated);
            return spec instanceof TableSpec.Summary summary
                    ? SummaryTable.of(summary, sample.get(), context)
                    : RegressionTable.of((TableSpec.Regression) spec, fits, context);
        });
    }

    /** The files of a figure, with what is in them. */
    Map<String, AtomicFile.Content> figure(FigureSpec spec) {
        FigureModel model = model(spec);
        Map<String, AtomicFile.Content> files = new LinkedHashMap<>();
        for (FigureFormat format : FigureFormat.all()) {
            files.put("figures/" + spec.id() + "." + format.extension(), bytes(format.render(model)));
        }
        return files;
    }

    private FigureModel model(FigureSpec spec) {
        FigureContext context = new FigureContext(labels, lang, simulated);
        if (spec instanceof FigureSpec.EventStudy figure) {
            Fit.EventStudy fit = (Fit.EventStudy) fitOf(figure.spec().name());
            return new EventStudyFigure(context).of(figure, fit);
        }
        FigureSpec.Placebo figure = (FigureSpec.Placebo) spec;
        Fit.Placebo fit = (Fit.Placebo) fitOf(figure.spec().name());
        return new PlaceboFigure(context).of(figure, fit, truth(figure, fit), seed(figure));
    }

    /** The estimate that the figure marks: that of the spec it names, or the placebo's own. */
    private Optional<Double> truth(FigureSpec.Placebo figure, Fit.Placebo fit) {
        return figure.trueSpec()
                .map(spec -> (Fit.Regression) fitOf(spec.name()))
                .flatMap(regression -> regression.coefficient(fit.treatment()))
                .map(Coefficient::estimate);
    }

    private OptionalLong seed(FigureSpec.Placebo figure) {
        return study.specs().get(figure.spec().name()) instanceof ModelSpec.Placebo placebo
                        && placebo.assignments().isEmpty()
                ? OptionalLong.of(placebo.seed())
                : OptionalLong.empty();
    }

    private Fit fitOf(String id) {
        return Objects.requireNonNull(fits.get(id), () -> "no fit of " + id);
    }

    private static AtomicFile.Content bytes(byte[] bytes) {
        return out -> out.write(bytes);
    }
}
