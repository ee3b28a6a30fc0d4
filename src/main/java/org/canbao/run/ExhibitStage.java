package org.canbao.run;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.canbao.files.AtomicFile;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.Lang;
import org.canbao.spec.StudySpec;
import org.canbao.spec.TableSpec;

/** The tables and figures of a run: made again when what they show, or how they show it, changed. */
final class ExhibitStage {
    private final StudySpec study;
    private final Lang lang;
    private final SampleStages samples;
    private final EstimateStage estimates;
    private final Exhibits exhibits;
    private final Steps steps;
    private final OutputFiles outputs;
    private final Map<String, String> fingerprints;

    ExhibitStage(
            StudySpec study,
            Lang lang,
            SampleStages samples,
            EstimateStage estimates,
            Exhibits exhibits,
            Steps steps,
            OutputFiles outputs) {
        this.study = study;
        this.lang = lang;
        this.samples = samples;
        this.estimates = estimates;
        this.exhibits = exhibits;
        this.steps = steps;
        this.outputs = outputs;
        this.fingerprints = new TreeMap<>(steps.exhibits());
        fingerprints
                .keySet()
                .removeIf(id -> !id.contains(".")
                        && CurveFiles.curveOf(id).isEmpty()
                        && !study.tables().containsKey(id)
                        && !study.figures().containsKey(id));
    }

    /** Makes these exhibits. */
    void make(Selection selection) {
        for (TableSpec table : selection.tables()) {
            List<String> shown = Selection.names(table.specs());
            Object reads =
                    table.columnsRead().isEmpty() ? "" : samples.of(table).rows();
            make(
                    "table " + table.id(),
                    table.id(),
                    fingerprint(table, shown, reads, samples.behind(table)),
                    Exhibits.filesOfTable(table.id()),
                    () -> exhibits.table(table));
        }
        for (FigureSpec figure : selection.figures()) {
            List<String> shown = Selection.names(figure.specs());
            Object reads =
                    figure.columnsRead().isEmpty() ? "" : samples.of(figure).rows();
            make(
                    "figure " + figure.id(),
                    figure.id(),
                    fingerprint(figure, shown, reads, samples.behind(figure)),
                    Exhibits.filesOfFigure(figure.id()),
                    () -> exhibits.figure(figure));
        }
    }

    /** What every exhibit depends on, those of other runs included. */
    Map<String, String> fingerprints() {
        return fingerprints;
    }

    private void make(
            String what,
            String id,
            String fingerprint,
            List<String> files,
            Supplier<Map<String, AtomicFile.Content>> content) {
        Optional<String> reason = steps.reason(steps.exhibits().get(id), fingerprint, files);
        if (reason.isPresent()) {
            content.get().forEach(outputs::write);
            fingerprints.put(id, fingerprint);
            steps.did(what, reason.get());
        }
    }

    private String fingerprint(Object spec, List<String> shown, Object reads, Object behind) {
        return Fingerprint.of(
                Versions.build(),
                Versions.java(),
                spec,
                reads,
                shown.stream().map(estimates::fingerprint).toList(),
                shown.stream().map(id -> study.specs().get(id)).toList(),
                behind,
                study.labels(),
                study.notes(),
                lang);
    }
}
