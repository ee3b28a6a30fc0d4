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
import org.canbao.privacy.Protection;
import org.canbao.result.Fit;
import org.canbao.sample.Ledger;
import org.canbao.sample.ResolvedInput;
import org.canbao.sample.ShownLedger;
import org.canbao.spec.PrivacySpec;
import org.canbao.spec.StudySpec;
import org.canbao.yaml.StudyReader;

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
        return new StudyRun(request, listener).inFolder(StudyRun::everything);
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
        List<Manifest.FileHash> published = PublishedNumbers.of(study);
        Optional<Manifest> before = ManifestFile.readIfWhole(folder);
        OutputFiles outputs =
                new OutputFiles(folder, before.map(Manifest::outputs).orElse(Map.of()));
        Steps steps = new Steps(before, request.force(), outputs, listener);
        List<ResolvedInput> inputs = inputs();
        List<Manifest.InputRecord> records = InputResolver.records(inputs);
        try (SampleStage sample = new SampleStage(study, inputs, records, cache(), request.threads())) {
            Ledger ledger = sample.ensure(steps, outputs, listener);
            SuppressedCounts suppressed = new SuppressedCounts(before);
            suppressed.put(SampleStage.LEDGER, ShownLedger.of(ledger).hidden());
            EstimateStage estimates = new EstimateStage(
                    study, sample, steps, outputs, EstimationOptions.DEFAULT.withThreads(request.threads()), cache(), suppressed);
            Map<String, Fit> fits = estimates.fits(selection.specs());
            StudyLabels labels = new StudyLabels(study.labels(), sample.variables());
            Exhibits exhibits = new Exhibits(study, fits, sample, suppressed, labels, request.lang());
            ExhibitStage stage = new ExhibitStage(study, request.lang(), sample, estimates, exhibits, steps, outputs);
            stage.make(selection);
            if (request.only().isEmpty()) {
                new PageStage(study, request, sample, exhibits, steps, outputs)
                        .make(ledger, records, stage.fingerprints());
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
                    new Manifest.FileHash(request.study().getFileName().toString(), Sha256.of(request.study())),
                    published,
                    records,
                    new Manifest.SampleRecord(sample.fingerprint(), ledger.rows()),
                    estimates.records(),
                    seeds(),
                    stage.fingerprints(),
                    privacy(sample.protection(), suppressed),
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

    private Manifest.PrivacyRecord privacy(Protection protection, SuppressedCounts suppressed) {
        String reason = study.privacy().flatMap(PrivacySpec::reason).orElse("");
        return new Manifest.PrivacyRecord(protection.below(), reason, suppressed.byName());
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
