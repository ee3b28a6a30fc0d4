package org.canbao.run;

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
import org.canbao.report.table.TableContext;
import org.canbao.report.table.TableFormat;
import org.canbao.report.table.Suppression;
import org.canbao.report.table.TableModel;
import org.canbao.report.table.Tables;
import org.canbao.privacy.Protection;
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

    private final ExhibitData data;
    private final boolean simulated;
    private final Protection protection;
    private final SuppressedCounts suppressed;
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
            SampleStage sample,
            SuppressedCounts suppressed,
            StudyLabels labels,
            Lang lang) {
        this.data = new ExhibitData(study, fits, sample::open);
        this.simulated = sample.isSimulated();
        this.protection = sample.protection();
        this.suppressed = suppressed;
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
            TableContext context = new TableContext(labels, data.study().notes(), simulated, protection);
            TableModel model = Suppression.of(Tables.of(spec, data, context), protection);
            suppressed.put(id, Suppression.hidden(model));
            return model;
        });
    }

    /** The files of a figure, with what is in them. */
    Map<String, AtomicFile.Content> figure(FigureSpec spec) {
        Optional<Disclosure> own = spec.ownModel()
                .map(model -> Estimators.estimate(model, data.sample().get(), EstimationOptions.DEFAULT))
                .map(fit -> Disclosure.of(fit, protection));
        ExhibitData shown = own.map(Disclosure::fit).map(data::with).orElse(data);
        FigureModel model = Figures.of(spec, shown, new FigureContext(labels, lang, simulated, protection));
        own.ifPresent(disclosure -> suppressed.put(spec.id(), disclosure.hidden()));
        Map<String, AtomicFile.Content> files = new LinkedHashMap<>();
        for (FigureFormat format : FigureFormat.all()) {
            files.put("figures/" + spec.id() + "." + format.extension(), bytes(format.render(model)));
        }
        return files;
    }

    private static AtomicFile.Content bytes(byte[] bytes) {
        return out -> out.write(bytes);
    }
}
