package org.canbao.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.choices.ChoicesCode;
import org.canbao.choices.Curves;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.DuckDbEngine;
import org.canbao.estimate.EstimationOptions;
import org.canbao.files.AtomicFile;
import org.canbao.report.StudyLabels;
import org.canbao.report.figure.CurveCsv;
import org.canbao.result.CurveJson;
import org.canbao.result.SpecificationCurve;
import org.canbao.sample.ResolvedInput;
import org.canbao.spec.ChoicePoint;
import org.canbao.spec.CurveSpec;
import org.canbao.spec.OtherSamples;
import org.canbao.spec.StudySpec;

/**
 * The specification curves of a run: those that were asked for are made, those of earlier runs stay while they are what the
 * study says, and go when they no longer are.
 */
final class ChoicesStage {
    private final StudySpec study;
    private final RunRequest request;
    private final SampleStage sample;
    private final List<ResolvedInput> inputs;
    private final CurveFigures figures;
    private final Steps steps;
    private final OutputFiles outputs;
    private final RunListener listener;

    ChoicesStage(
            StudySpec study,
            RunRequest request,
            SampleStage sample,
            List<ResolvedInput> inputs,
            Steps steps,
            OutputFiles outputs,
            RunListener listener) {
        this.study = study.part(OtherSamples.MAIN);
        this.request = request;
        this.sample = sample;
        this.inputs = inputs.stream()
                .filter(input -> this.study.inputs().containsKey(input.name()))
                .toList();
        this.figures = new CurveFigures(
                study, new StudyLabels(study.labels(), sample.variables()), sample.isSimulated(), outputs);
        this.steps = steps;
        this.outputs = outputs;
        this.listener = listener;
    }

    /**
     * Makes the curves that were asked for and keeps those that still hold.
     *
     * @param fingerprints of all exhibits, to which those of the curves are added
     * @return the curves that the outputs have, in the order of the study
     */
    ShownCurves make(CurveSelection asked, Map<String, String> fingerprints) {
        Set<String> known = study.choices().curves().keySet();
        fingerprints
                .keySet()
                .removeIf(id ->
                        CurveFiles.curveOf(id).filter(c -> !known.contains(c)).isPresent());
        Map<CurveSpec, String> due = new LinkedHashMap<>();
        List<CurveSpec> shown = new ArrayList<>();
        for (CurveSpec curve : study.choices().curves().values()) {
            boolean wanted = asked.has(curve);
            String recorded = fingerprints.get(CurveFiles.numbersOf(curve.id()));
            if (!wanted && (recorded == null || !request.only().isEmpty())) {
                continue;
            }
            Optional<String> reason =
                    steps.reason(recorded, numbers(curve), CurveFiles.numbers(curve.id()), request.force() && wanted);
            if (reason.isEmpty()) {
                shown.add(curve);
            } else if (wanted) {
                due.put(curve, reason.get());
                shown.add(curve);
            } else {
                forget(curve, reason.get(), fingerprints);
            }
        }
        if (!due.isEmpty()) {
            estimate(due, fingerprints);
        }
        shown.forEach(curve -> draw(curve, fingerprints));
        return new ShownCurves(shown, figures);
    }

    private void forget(CurveSpec curve, String reason, Map<String, String> fingerprints) {
        fingerprints.remove(CurveFiles.numbersOf(curve.id()));
        fingerprints.remove(CurveFiles.figureOf(curve.id()));
        listener.finding(Diagnostic.warning(
                        RunCode.CURVE_STALE, "curve `" + curve.id() + "` is no longer among the outputs: " + reason)
                .at(curve.place())
                .hint("draw it again: canbao run " + study.id() + " --choices " + curve.id()));
    }

    private void estimate(Map<CurveSpec, String> due, Map<String, String> fingerprints) {
        Path cache = StudyFolder.cacheOf(request.out().resolve(study.id()));
        Path wide = StudyFolder.wideIn(cache);
        EstimationOptions options = EstimationOptions.DEFAULT.withThreads(request.threads());
        Map<String, SpecificationCurve> curves;
        try {
            curves = new Curves(
                            study,
                            inputs,
                            () -> DuckDbEngine.open(request.threads(), StudyFolder.spillIn(cache)),
                            Fingerprint::of)
                    .estimate(due.keySet(), wide, options);
        } finally {
            delete(wide);
        }
        due.forEach((spec, reason) -> {
            SpecificationCurve curve = curves.get(spec.id());
            if (curve == null) {
                throw new IllegalStateException("no curve " + spec.id());
            }
            outputs.write(CurveFiles.json(spec.id()), bytes(CurveJson.write(curve)));
            outputs.write(CurveFiles.csv(spec.id()), out -> out.write(CurveCsv.of(curve)));
            fingerprints.put(CurveFiles.numbersOf(spec.id()), numbers(spec));
            report(spec, curve);
            steps.did("curve " + spec.id() + " (" + curve.specifications().size() + " specifications)", reason);
        });
    }

    /** What the user should know of a curve beside its picture. */
    private void report(CurveSpec spec, SpecificationCurve curve) {
        curve.inert()
                .forEach(option -> listener.finding(Diagnostic.note(
                                ChoicesCode.INERT,
                                "curve `" + spec.id() + "`: `" + option.option() + "` of point `" + option.point()
                                        + "` changes nothing that spec `" + spec.of() + "` reads, and is left out")
                        .at(spec.place())));
        curve.failed().stream()
                .map(SpecificationCurve.Specification::problem)
                .distinct()
                .forEach(problem -> listener.finding(Diagnostic.warning(
                                ChoicesCode.NOT_ESTIMATED,
                                "curve `" + spec.id() + "`: "
                                        + curve.failed().stream()
                                                .filter(f -> f.problem().equals(problem))
                                                .count()
                                        + " specifications could not be estimated: " + problem)
                        .at(spec.place())));
    }

    private void draw(CurveSpec spec, Map<String, String> fingerprints) {
        String id = CurveFiles.figureOf(spec.id());
        String fingerprint = Fingerprint.of(
                Versions.build(),
                Versions.java(),
                numbers(spec),
                spec,
                study.labels(),
                sample.variables(),
                study.notes(),
                request.lang(),
                sample.isSimulated());
        List<String> files = Exhibits.filesOfFigure(spec.id());
        Optional<String> reason = steps.reason(fingerprints.get(id), fingerprint, files, request.force());
        if (reason.isPresent()) {
            figures.files(spec, request.lang()).forEach(outputs::write);
            fingerprints.put(id, fingerprint);
            steps.did("figure " + spec.id(), reason.get());
        }
    }

    /** What the numbers of a curve depend on: not its words, which the figure alone shows. */
    private String numbers(CurveSpec curve) {
        return Fingerprint.of(
                Versions.build(),
                sample.rows(),
                curve.id(),
                curve.of(),
                curve.coefficient(),
                curve.points().stream().map(ChoicesStage::edits).toList(),
                curve.combine(),
                curve.limit(),
                curve.seed(),
                curve.variants());
    }

    private static List<Object> edits(ChoicePoint point) {
        List<Object> edits = new ArrayList<>(List.of(point.id()));
        point.options().forEach(option -> edits.addAll(List.of(option.id(), option.sample(), option.model())));
        return edits;
    }

    private static AtomicFile.Content bytes(String text) {
        return out -> out.write(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The wide sample holds data of single persons and is of no further use. */
    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw AtomicFile.notWritten(file, e);
        }
    }
}
