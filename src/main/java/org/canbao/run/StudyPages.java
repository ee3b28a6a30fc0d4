package org.canbao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.canbao.audit.AuditPage;
import org.canbao.compare.ComparePage;
import org.canbao.report.Labels;
import org.canbao.report.StudyLabels;
import org.canbao.report.page.SpecText;
import org.canbao.report.page.StudyPage;
import org.canbao.report.table.FitFacts;
import org.canbao.report.table.TableContext;
import org.canbao.result.Fit;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.Lang;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;
import org.canbao.yaml.StudySource;

/** What stands on the pages of a study, one page per language. */
final class StudyPages {
    private final StudySpec study;
    private final StudySource source;
    private final Exhibits exhibits;
    private final Map<String, Fit> fits;
    private final SampleStages samples;
    private final PublishedStage published;
    private final ShownCurves curves;
    private final OutputFiles outputs;

    StudyPages(
            StudySpec study,
            StudySource source,
            Exhibits exhibits,
            Map<String, Fit> fits,
            SampleStages samples,
            PublishedStage published,
            ShownCurves curves,
            OutputFiles outputs) {
        this.study = study;
        this.source = source;
        this.exhibits = exhibits;
        this.fits = fits;
        this.samples = samples;
        this.published = published;
        this.curves = curves;
        this.outputs = outputs;
    }

    /**
     * The page in one language.
     *
     * @param lang the language
     * @param other the file of the page in the other language
     */
    StudyPage in(Lang lang, String other, RunFacts facts) {
        return new StudyPage(
                new StudyPage.Head(
                        study.title(), study.question(), study.summary(), facts.data(study), sources(), other),
                facts.ledgers(),
                leftOut(facts, lang),
                joined(source.part("inputs"), source.part("sample"), source.part("samples")),
                joined(source.part("lists"), source.part("defaults")),
                shown(lang),
                others(),
                published.compared().map(c -> ComparePage.appendix(c, lang)),
                published.audited().filter(a -> !a.findings().isEmpty()).map(a -> AuditPage.appendix(a, lang)),
                PageProvenance.of(study, facts));
    }

    private List<Text> sources() {
        return study.inputs().values().stream()
                .flatMap(input -> input.source().stream())
                .distinct()
                .toList();
    }

    private static List<String> leftOut(RunFacts facts, Lang lang) {
        return facts.leftOut().entrySet().stream()
                .map(e -> e.getKey()
                        + (lang == Lang.ZH ? "：" : ": ")
                        + e.getValue().in(lang))
                .toList();
    }

    private static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("\n\n"));
    }

    private List<StudyPage.Exhibit> shown(Lang lang) {
        List<StudyPage.Exhibit> shown = new ArrayList<>();
        Map<String, String> yaml = source.entries("tables");
        for (TableSpec table : study.tables().values()) {
            shown.add(new StudyPage.Table(
                    exhibits.model(table),
                    Exhibits.filesOfTable(table.id()),
                    yaml.getOrDefault(table.id(), ""),
                    specs(table.specs())));
        }
        Map<String, String> figures = source.entries("figures");
        for (FigureSpec figure : study.figures().values()) {
            shown.add(new StudyPage.Figure(
                    figure.id(),
                    figure.title(),
                    lang == exhibits.lang() ? onDisk(figure.id()) : exhibits.svg(figure, lang),
                    Exhibits.filesOfFigure(figure.id()),
                    figures.getOrDefault(figure.id(), ""),
                    specs(figure.specs())));
        }
        Map<String, String> drawn = source.entries("choices", "curves");
        for (CurveSpec curve : curves.specs()) {
            List<String> files = new ArrayList<>(Exhibits.filesOfFigure(curve.id()));
            files.addAll(CurveFiles.numbers(curve.id()));
            shown.add(new StudyPage.Figure(
                    curve.id(),
                    curve.title(),
                    lang == exhibits.lang()
                            ? onDisk(curve.id())
                            : curves.figures().svg(curve, lang),
                    files,
                    drawn.getOrDefault(curve.id(), ""),
                    specs(List.of(curve.of()))));
        }
        return shown;
    }

    /** A figure in the language of the run. */
    private String onDisk(String figure) {
        String file = Exhibits.filesOfFigure(figure).stream()
                .filter(f -> f.endsWith(".svg"))
                .findFirst()
                .orElseThrow();
        try {
            return Files.readString(outputs.path(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<SpecText> specs(List<ColumnRef> refs) {
        return Selection.names(refs).stream().distinct().map(this::spec).toList();
    }

    private List<SpecText> others() {
        Set<String> ids = new LinkedHashSet<>(study.specs().keySet());
        study.tables().values().forEach(t -> Selection.names(t.specs()).forEach(ids::remove));
        study.figures().values().forEach(f -> Selection.names(f.specs()).forEach(ids::remove));
        return ids.stream().map(this::spec).toList();
    }

    private SpecText spec(String id) {
        Fit fit = Objects.requireNonNull(fits.get(id), () -> "no fit of " + id);
        ModelSpec spec = Objects.requireNonNull(study.specs().get(id), () -> "no spec " + id);
        SampleStage sample = samples.ofSpec(id);
        Labels labels = new StudyLabels(study.labels(), sample.variables());
        TableContext context =
                new TableContext(labels, study.notes(), sample.isSimulated(), EstimateStage.protection(sample, spec));
        String yaml = source.entries("specs").getOrDefault(id, id);
        return new SpecText(id, yaml, FitFacts.errors(fit, labels), FitFacts.of(fit, context));
    }
}
