package org.canbao.run;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.diag.Problems;
import org.canbao.estimate.EstimationOptions;
import org.canbao.files.Sha256;
import org.canbao.ingest.Store;
import org.canbao.result.Fit;
import org.canbao.sample.Ledger;
import org.canbao.sample.ResolvedInput;
import org.canbao.sample.ShownLedger;
import org.canbao.spec.OtherSamples;
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

    private <T> T inFolder(Function<StudyRun, T> work) {
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
        Available available = Available.of(study, inputs);
        available.tell(listener);
        try (SampleStages samples = new SampleStages(
                available.study(),
                inputs,
                InputResolver.records(inputs, request.threads()),
                cache(),
                request.threads())) {
            return Objects.requireNonNull(
                    samples.ensure(steps, outputs, listener).get(OtherSamples.MAIN));
        }
    }

    private RunOutcome everything() {
        Selection.checkKnown(study, request.only());
        CurveSelection curves = CurveSelection.of(study, request.choices());
        List<Manifest.FileHash> published = PublishedNumbers.of(study);
        Optional<Manifest> before = ManifestFile.readIfWhole(folder);
        OutputFiles outputs =
                new OutputFiles(folder, before.map(Manifest::outputs).orElse(Map.of()));
        Steps steps = new Steps(before, request.force(), outputs, listener);
        List<ResolvedInput> inputs = inputs();
        List<Manifest.InputRecord> records = InputResolver.records(inputs, request.threads());
        Available available = Available.of(study, inputs);
        available.require(request.only());
        available.tell(listener);
        StudySpec made = available.study();
        Selection selection = Selection.of(made, request.only());
        try (SampleStages samples = new SampleStages(made, inputs, records, cache(), request.threads())) {
            Map<String, Ledger> ledgers = samples.ensure(steps, outputs, listener);
            Ledger ledger = Objects.requireNonNull(ledgers.get(OtherSamples.MAIN));
            SuppressedCounts suppressed = new SuppressedCounts(before, made);
            ledgers.forEach((name, of) -> suppressed.put(
                    SuppressedCounts.ofSample(name), ShownLedger.of(of).hidden()));
            EstimateStage estimates = new EstimateStage(
                    made,
                    samples,
                    steps,
                    outputs,
                    EstimationOptions.DEFAULT.withThreads(request.threads()),
                    cache(),
                    suppressed);
            Map<String, Fit> fits = estimates.fits(selection.specs());
            Exhibits exhibits = new Exhibits(made, fits, samples, suppressed, request.lang());
            ExhibitStage stage = new ExhibitStage(made, request.lang(), samples, estimates, exhibits, steps, outputs);
            stage.make(selection);
            ShownCurves shown = new ChoicesStage(made, request, samples.main(), inputs, steps, outputs, listener)
                    .make(curves, stage.fingerprints());
            RunFacts facts = new RunFacts(
                    new Manifest.FileHash(request.study().getFileName().toString(), Sha256.of(request.study())),
                    published,
                    records,
                    seeds(made),
                    samples.isSimulated(),
                    ledgers,
                    available.leftOut());
            if (request.only().isEmpty()) {
                PublishedStage printed = new PublishedStage(made, request.lang(), facts.simulated(), steps, outputs);
                printed.make(published, stage.fingerprints());
                StudySource source = StudySource.of(request.study());
                StudyPages pages = new StudyPages(made, source, exhibits, fits, samples, printed, shown, outputs);
                new PageStage(made, request.lang(), steps, outputs).make(pages, printed, facts, stage.fingerprints());
            }
            removeStale(steps, outputs);
            Manifest manifest = new Manifest(
                    study.id(),
                    samples.isSimulated(),
                    request.lang(),
                    Versions.canbao(),
                    Versions.build(),
                    Versions.java(),
                    Versions.engine(),
                    facts.config(),
                    published,
                    records,
                    samples.records(),
                    available.reasons(),
                    estimates.records(),
                    facts.seeds(),
                    stage.fingerprints(),
                    suppressed.record(samples.protection(), made.privacy()),
                    outputs.hashes());
            if (!before.equals(Optional.of(manifest))) {
                ManifestFile.write(folder, manifest);
            }
            LOG.info("{} steps done, {} were up to date", steps.done(), steps.kept());
            return new RunOutcome(made, folder, manifest, ledger, fits, steps.done(), steps.kept());
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

    private static Map<String, Long> seeds(StudySpec of) {
        Map<String, Long> seeds = new TreeMap<>();
        of.specs().forEach((id, spec) -> spec.randomSeed().ifPresent(seed -> seeds.put(id, seed)));
        return seeds;
    }

    private Path cache() {
        return StudyFolder.cacheOf(folder);
    }
}
