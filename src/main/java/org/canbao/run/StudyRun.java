package org.canbao.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.diag.Problems;
import org.canbao.estimate.EstimationOptions;
import org.canbao.files.Sha256;
import org.canbao.ingest.Store;
import org.canbao.report.StudyLabels;
import org.canbao.result.Fit;
import org.canbao.sample.Ledger;
import org.canbao.sample.ResolvedInput;
import org.canbao.spec.StudySpec;
import org.canbao.yaml.StudyReader;
import org.canbao.yaml.StudySource;

/**
 * One run of one study: sample, estimates, exhibits, manifest. Each step has a fingerprint of all that it depends on; a
 * step whose fingerprint and files are those of the last manifest is not done again.
 */
public final class StudyRun {
    private static final Logger LOG = LogManager.getLogger(StudyRun.class);

    private final RunRequest request;
    private final RunListener listener;
    private final StudySpec study;
    private final Path folder;

    private StudyRun(RunRequest request, RunListener listener) {
        this.request = request;
        this.listener = listener;
        Problems warnings = new Problems();
        this.study = StudyReader.read(request.study(), warnings);
        warnings.all().forEach(listener::finding);
        this.folder = request.out().resolve(study.id());
    }

    /**
     * Runs a study.
     *
     * @throws org.canbao.diag.CanbaoException if the study, its inputs or an estimate is wrong; exhibits already written
     *     stay, and none is half-written
     */
    public static RunOutcome run(RunRequest request, RunListener listener) {
        RunOutcome outcome = new StudyRun(request, listener).inFolder(StudyRun::everything);
        Overview.write(request.out());
        return outcome;
    }

    /** Builds the sample of a study, unless it is up to date. */
    public static Ledger sample(RunRequest request, RunListener listener) {
        return new StudyRun(request, listener).inFolder(StudyRun::sampleOnly);
    }

    private <T> T inFolder(java.util.function.Function<StudyRun, T> work) {
        try (StudyFolder mine = StudyFolder.open(request.out(), study.id(), listener);
                RunLog log = RunLog.open(mine.path().resolve("run.log"))) {
            LOG.info("canbao {} on Java {}: study {}", Versions.canbao(), Versions.java(), study.id());
            return work.apply(this);
        }
    }

    private Ledger sampleOnly() {
        Optional<Manifest> before = ManifestFile.readIfWhole(folder);
        OutputFiles outputs =
                new OutputFiles(folder, before.map(Manifest::outputs).orElse(Map.of()));
        Steps steps = new Steps(before, request.force(), outputs, listener);
        List<ResolvedInput> inputs = inputs();
        try (SampleStage sample =
                new SampleStage(study, inputs, InputResolver.records(inputs), cache(), request.threads())) {
            return sample.ensure(steps, outputs, listener);
        }
    }

    private RunOutcome everything() {
        Selection selection = Selection.of(study, request.only());
        CurveSelection curves = CurveSelection.of(study, request.choices());
        List<Manifest.FileHash> published = PublishedNumbers.of(study);
        Optional<Manifest> before = ManifestFile.readIfWhole(folder);
        OutputFiles outputs =
                new OutputFiles(folder, before.map(Manifest::outputs).orElse(Map.of()));
        Steps steps = new Steps(before, request.force(), outputs, listener);
        List<ResolvedInput> inputs = inputs();
        List<Manifest.InputRecord> records = InputResolver.records(inputs);
        try (SampleStage sample = new SampleStage(study, inputs, records, cache(), request.threads())) {
            Ledger ledger = sample.ensure(steps, outputs, listener);
            EstimateStage estimates = new EstimateStage(
                    study, sample, steps, outputs, EstimationOptions.DEFAULT.withThreads(request.threads()));
            Map<String, Fit> fits = estimates.fits(selection.specs());
            StudyLabels labels = new StudyLabels(study.labels(), sample.variables());
            Exhibits exhibits = new Exhibits(study, fits, sample::open, sample.isSimulated(), labels, request.lang());
            ExhibitStage stage = new ExhibitStage(study, request.lang(), sample, estimates, exhibits, steps, outputs);
            stage.make(selection);
            CurveFigures drawn = new CurveFigures(study, labels, sample.isSimulated(), outputs);
            ShownCurves shown = new ChoicesStage(study, request, sample, inputs, drawn, steps, outputs, listener)
                    .make(curves, stage.fingerprints());
            RunFacts facts = new RunFacts(
                    new Manifest.FileHash(request.study().getFileName().toString(), Sha256.of(request.study())),
                    published,
                    records,
                    seeds(),
                    sample.isSimulated(),
                    ledger);
            if (request.only().isEmpty()) {
                PublishedStage printed =
                        new PublishedStage(study, request.lang(), facts.simulated(), steps, outputs);
                printed.make(published, stage.fingerprints());
                StudySource source = StudySource.of(request.study());
                StudyPages pages = new StudyPages(study, source, exhibits, fits, labels, printed, shown, outputs);
                new PageStage(study, request.lang(), steps, outputs)
                        .make(pages, printed, facts, stage.fingerprints());
            }
            removeStale(steps, outputs);
            Manifest manifest = new Manifest(
                    study.id(),
                    sample.isSimulated(),
                    request.lang(),
                    Versions.canbao(),
                    Versions.build(),
                    Versions.java(),
                    Versions.engine(),
                    facts.config(),
                    published,
                    records,
                    new Manifest.SampleRecord(sample.fingerprint(), ledger.rows()),
                    estimates.records(),
                    facts.seeds(),
                    stage.fingerprints(),
                    outputs.hashes());
            if (!before.equals(Optional.of(manifest))) {
                ManifestFile.write(folder, manifest);
            }
            LOG.info("{} steps done, {} were up to date", steps.done(), steps.kept());
            return new RunOutcome(study, folder, manifest, ledger, fits, steps.done(), steps.kept());
        }
    }

    private List<ResolvedInput> inputs() {
        return new InputResolver(study, new Store(request.store()), request.files(), cache(), request.threads())
                .resolve();
    }

    /** With a selection, exhibits outside it stay as they are; without, what the study no longer has goes. */
    private void removeStale(Steps steps, OutputFiles outputs) {
        if (!request.only().isEmpty()) {
            outputs.keepUntouched();
        }
        int deleted = outputs.deleteStale();
        if (deleted > 0) {
            steps.did(deleted + " files deleted", "the study no longer has them");
        }
    }

    private Map<String, Long> seeds() {
        Map<String, Long> seeds = new TreeMap<>();
        study.specs().forEach((id, spec) -> spec.randomSeed().ifPresent(seed -> seeds.put(id, seed)));
        return seeds;
    }

    private Path cache() {
        return StudyFolder.cacheOf(folder);
    }
}
