package org.canbao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.logging.log4j.LogManager;
import org.apache.logging.log4j.Logger;
import org.canbao.data.Codebook;
import org.canbao.data.Variable;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.EngineLock;
import org.canbao.engine.SqlEngine;
import org.canbao.files.AtomicFile;
import org.canbao.privacy.Protection;
import org.canbao.sample.BuiltSample;
import org.canbao.sample.Ledger;
import org.canbao.sample.LedgerJson;
import org.canbao.sample.ResolvedInput;
import org.canbao.sample.Sample;
import org.canbao.sample.SampleBuilder;
import org.canbao.sample.StudyColumns;
import org.canbao.sample.StudyProtection;
import org.canbao.spec.OtherSamples;
import org.canbao.spec.StudySpec;
import org.canbao.spec.Text;
import org.jspecify.annotations.Nullable;

/** One sample of a run: built when needed, opened only when an estimate or an exhibit reads it. */
final class SampleStage implements AutoCloseable {
    private static final Logger LOG = LogManager.getLogger(SampleStage.class);
    /** How the columns begin that canbao adds for its own use. */
    private static final String RESERVED = "canbao_";

    private final String name;
    private final StudySpec study;
    private final List<ResolvedInput> inputs;
    private final Path cache;
    private final int threads;
    private final String rows;
    private final String fingerprint;
    private final Protection protection;
    private @Nullable SqlEngine engine;
    private @Nullable Sample sample;

    /**
     * A sample.
     *
     * @param name its name
     * @param whole the study
     * @param all all inputs that are there
     * @param records what the manifest says of them
     */
    SampleStage(
            String name,
            StudySpec whole,
            List<ResolvedInput> all,
            List<Manifest.InputRecord> records,
            Path cache,
            int threads) {
        this.name = name;
        this.study = whole.part(name);
        this.inputs =
                all.stream().filter(i -> study.inputs().containsKey(i.name())).toList();
        this.cache = cache;
        this.threads = threads;
        this.rows = Fingerprint.of(
                Versions.build(),
                study.sample(),
                study.inputs(),
                StudyColumns.order(study),
                records.stream()
                        .filter(record -> study.inputs().containsKey(record.name()))
                        .map(Manifest.InputRecord::parquet)
                        .toList());
        this.protection = StudyProtection.of(study, inputs);
        this.fingerprint = Fingerprint.of(rows, protection, StudyColumns.named(study), StudyColumns.conditions(study));
    }

    /** What its rows and their order depend on, whichever columns it has: estimates depend on this. */
    String rows() {
        return rows;
    }

    /** What the sample depends on. */
    String fingerprint() {
        return fingerprint;
    }

    /** What its inputs are, as far as the study says so, in the order of the study. */
    List<Text> sources() {
        return study.inputs().values().stream()
                .flatMap(input -> input.source().stream())
                .distinct()
                .toList();
    }

    /** Its ledger, in the study's folder. */
    String ledgerFile() {
        return file("json");
    }

    /** Which counts of persons may be shown. */
    Protection protection() {
        return protection;
    }

    /** Whether any input was simulated. */
    boolean isSimulated() {
        return inputs.stream().map(ResolvedInput::codebook).anyMatch(Codebook::simulated);
    }

    /** The variables of all inputs, for labels. */
    List<Variable> variables() {
        return inputs.stream().flatMap(i -> i.codebook().variables().stream()).toList();
    }

    /** Builds the sample unless it is up to date; writes its ledger. */
    Ledger ensure(Steps steps, OutputFiles outputs, RunListener listener) {
        @Nullable
        String recorded =
                steps.sample(name).map(Manifest.SampleRecord::fingerprint).orElse(null);
        Optional<String> reason = !Files.isRegularFile(file()) || !Files.isRegularFile(exactLedger())
                ? Optional.of("there is no sample yet")
                : fingerprint.equals(recorded) && !isOfThisFingerprint()
                        ? Optional.of("the sample there is was made for something else")
                        : steps.reason(recorded, fingerprint, List.of(ledgerFile()));
        if (reason.isEmpty()) {
            return readLedger();
        }
        Ledger ledger = build(listener);
        AtomicFile.write(exactLedger(), LedgerJson.exact(ledger, isSimulated()));
        outputs.write(
                ledgerFile(),
                out -> out.write(LedgerJson.print(ledger, isSimulated()).getBytes(StandardCharsets.UTF_8)));
        steps.did(isMain() ? "sample" : "sample " + name, reason.get());
        listener.ledger(ledger);
        return ledger;
    }

    /** The sample, for reading. */
    Sample open() {
        if (sample == null) {
            SqlEngine reading = openEngine();
            reading.viewOfParquet(SampleBuilder.RELATION, List.of(file()));
            EngineLock.lock(reading, List.of(file()), cache);
            List<Variable> columns = reading.columns(SampleBuilder.RELATION).stream()
                    .filter(c -> !c.name().startsWith(RESERVED))
                    .map(this::described)
                    .toList();
            long count = reading.count("SELECT count(*) FROM " + SampleBuilder.RELATION);
            sample = new Sample(reading, SampleBuilder.RELATION, count, columns, isSimulated());
        }
        return sample;
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private Ledger build(RunListener listener) {
        deleteStamp();
        SqlEngine building = openEngine();
        long start = System.nanoTime();
        BuiltSample built = new SampleBuilder(building).build(study, inputs, file());
        double seconds = (System.nanoTime() - start) / 1e9;
        LOG.info("sample {} built in {} s", name, String.format(Locale.ROOT, "%.3f", seconds));
        AtomicFile.write(stamp(), fingerprint);
        built.notes().forEach(listener::finding);
        sample = built.sample();
        return built.ledger().labelled(LedgerLabels.inputs(study), LedgerLabels.cells(study, built.sample()));
    }

    private SqlEngine openEngine() {
        engine = DuckDbEngine.open(threads, StudyFolder.spillIn(cache));
        return engine;
    }

    private Ledger readLedger() {
        try {
            return LedgerJson.read(Files.readString(exactLedger()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Variable described(Variable column) {
        return inputs.stream()
                .flatMap(i -> i.codebook().variable(column.name()).stream())
                .findFirst()
                .map(v -> v.withType(column.type()))
                .orElse(column);
    }

    /**
     * The manifest speaks of the last run that ended well; a run that failed after it, or was killed, may have left
     * another sample.
     */
    private boolean isOfThisFingerprint() {
        try {
            return Files.isRegularFile(stamp()) && Files.readString(stamp()).equals(fingerprint);
        } catch (IOException e) {
            return false;
        }
    }

    private void deleteStamp() {
        try {
            Files.deleteIfExists(stamp());
        } catch (IOException e) {
            throw AtomicFile.notWritten(stamp(), e);
        }
    }

    /** What the sample on the disk depends on; there only while the two belong together. */
    private Path stamp() {
        return cache.resolve(file("fingerprint"));
    }

    /** The ledger with counts that its shown form may hide. */
    private Path exactLedger() {
        return cache.resolve(file("ledger.json"));
    }

    private Path file() {
        return cache.resolve(file("parquet"));
    }

    private String file(String extension) {
        return (isMain() ? "sample." : "sample-" + name + ".") + extension;
    }

    private boolean isMain() {
        return name.equals(OtherSamples.MAIN);
    }
}
