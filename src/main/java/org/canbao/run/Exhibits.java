package org.canbao.run;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.estimate.EstimationOptions;
import org.canbao.estimate.Estimators;
import org.canbao.files.AtomicFile;
import org.canbao.report.ExhibitData;
import org.canbao.report.StudyLabels;
import org.canbao.report.figure.FigureContext;
import org.canbao.report.figure.FigureFormat;
import org.canbao.report.figure.FigureModel;
import org.canbao.report.figure.Figures;
import org.canbao.report.figure.SvgFigure;
import org.canbao.report.table.Suppression;
import org.canbao.report.table.TableContext;
import org.canbao.report.table.TableFormat;
import org.canbao.report.table.TableModel;
import org.canbao.report.table.Tables;
import org.canbao.result.Disclosure;
import org.canbao.result.Fit;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.Lang;
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
    private final SampleStages samples;
    private final SuppressedCounts suppressed;
    private final Lang lang;
    private final Map<String, TableModel> tables = new HashMap<>();

    /**
     * A maker of exhibits.
     *
     * @param fits the fits they show, by spec
     * @param samples the samples, opened only if an exhibit needs one
     */
    Exhibits(StudySpec study, Map<String, Fit> fits, SampleStages samples, SuppressedCounts suppressed, Lang lang) {
        this.suppressed = suppressed;
        this.study = study;
        this.fits = fits;
        this.samples = samples;
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
            SampleStages.Background behind = samples.behind(spec);
            TableContext context =
                    new TableContext(labels(behind), study.notes(), behind.simulated(), behind.protection());
            ExhibitData data = new ExhibitData(study, fits, samples.of(spec)::open);
            TableModel model = Suppression.of(Tables.of(spec, data, context), behind.protection());
            suppressed.put(id, Suppression.hidden(model));
            return model.with(behind.sources());
        });
    }

    /** The language of the files. */
    Lang lang() {
        return lang;
    }

    /** A figure as SVG, in any language. */
    String svg(FigureSpec spec, Lang in) {
        return new String(new SvgFigure().render(model(spec, in)), StandardCharsets.UTF_8);
    }

    private FigureModel model(FigureSpec spec, Lang in) {
        ExhibitData data = new ExhibitData(study, fits, samples.of(spec)::open);
        SampleStages.Background behind = samples.behind(spec);
        Optional<Disclosure> own = spec.ownModel()
                .map(model -> Estimators.estimate(model, data.sample().get(), EstimationOptions.DEFAULT))
                .map(fit -> Disclosure.of(fit, behind.protection()));
        own.ifPresent(disclosure -> suppressed.put(spec.id(), disclosure.hidden()));
        ExhibitData shown = own.map(Disclosure::fit).map(data::with).orElse(data);
        FigureContext context = new FigureContext(labels(behind), in, behind.simulated(), behind.protection());
        List<String> sources =
                behind.sources().stream().map(source -> source.in(in)).toList();
        return Figures.of(spec, shown, context).with(sources);
    }

    /** The files of a figure, with what is in them. */
    Map<String, AtomicFile.Content> figure(FigureSpec spec) {
        FigureModel model = model(spec, lang);
        Map<String, AtomicFile.Content> files = new LinkedHashMap<>();
        for (FigureFormat format : FigureFormat.all()) {
            files.put("figures/" + spec.id() + "." + format.extension(), bytes(format.render(model)));
        }
        return files;
    }

    private StudyLabels labels(SampleStages.Background behind) {
        return new StudyLabels(study.labels(), behind.variables());
    }

    private static AtomicFile.Content bytes(byte[] bytes) {
        return out -> out.write(bytes);
    }
}
