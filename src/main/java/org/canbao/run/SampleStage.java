package org.canbao.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.canbao.data.Variable;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.EngineLock;
import org.canbao.engine.SqlEngine;
import org.canbao.sample.InputView;
import org.canbao.sample.Ledger;
import org.canbao.sample.LedgerJson;
import org.canbao.sample.ResolvedInput;
import org.canbao.sample.Sample;
import org.canbao.sample.SampleBuilder;
import org.canbao.sample.StudyColumns;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.StudySpec;
import org.jspecify.annotations.Nullable;

/** The sample of a run: built when needed, opened only when an estimate or a table reads it. */
final class SampleStage implements AutoCloseable {
    /** The ledger of the sample, in the study's folder. */
    static final String LEDGER = "sample.json";

    private static final String RELATION = "sample";

    private final StudySpec study;
    private final List<ResolvedInput> inputs;
    private final Path cache;
    private final int threads;
    private final String fingerprint;
    private @Nullable SqlEngine engine;
    private @Nullable Sample sample;

    SampleStage(
            StudySpec study, List<ResolvedInput> inputs, List<Manifest.InputRecord> records, Path cache, int threads) {
        this.study = study;
        this.inputs = inputs;
        this.cache = cache;
        this.threads = threads;
        this.fingerprint = Fingerprint.of(
                Versions.canbao(),
                study.sample(),
                study.inputs(),
                StudyColumns.of(study).stream()
                        .map(ColumnRef::name)
                        .distinct()
                        .sorted()
                        .toList(),
                study.specs().values().stream().map(s -> s.common().where()).toList(),
                records.stream().map(Manifest.InputRecord::parquet).toList());
    }

    /** What the sample depends on. */
    String fingerprint() {
        return fingerprint;
    }

    /** Whether any input was simulated. */
    boolean isSimulated() {
        return inputs.stream().flatMap(i -> i.codebooks().stream()).anyMatch(c -> c.simulated());
    }

    /** The variables of all inputs, for labels. */
    List<Variable> variables() {
        return inputs.stream()
                .flatMap(i -> i.codebooks().stream())
                .flatMap(c -> c.variables().stream())
                .toList();
    }

    /** Builds the sample unless it is up to date; writes its ledger. */
    Ledger ensure(Steps steps, OutputFiles outputs, RunListener listener) {
        String recorded = steps.sample().map(Manifest.SampleRecord::fingerprint).orElse(null);
        Optional<String> reason = Files.isRegularFile(file())
                ? steps.reason(recorded, fingerprint, List.of(LEDGER))
                : Optional.of("there is no sample yet");
        if (reason.isEmpty()) {
            return readLedger(outputs);
        }
        Ledger ledger = build();
        outputs.write(LEDGER, out -> out.write(LedgerJson.write(ledger).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        steps.did("sample", reason.get());
        listener.ledger(ledger);
        return ledger;
    }

    /** The sample, for reading. */
    Sample open() {
        if (sample == null) {
            SqlEngine reading = openEngine();
            reading.viewOfParquet(RELATION, List.of(file()));
            EngineLock.lock(reading, List.of(file()), List.of());
            List<Variable> columns = reading.columns(RELATION).stream()
                    .filter(c -> !c.name().startsWith("canbao_"))
                    .map(this::described)
                    .toList();
            sample = new Sample(
                    reading, RELATION, reading.count("SELECT count(*) FROM " + RELATION), columns, isSimulated());
        }
        return sample;
    }

    @Override
    public void close() {
        if (engine != null) {
            engine.close();
        }
    }

    private Ledger build() {
        try (SqlEngine building = openEngine()) {
            Map<String, InputView> views = new LinkedHashMap<>();
            for (ResolvedInput input : inputs) {
                StudySpec.Input declared = study.inputs().get(input.name());
                OptionalInt lag = declared == null ? OptionalInt.empty() : declared.lag();
                views.put(input.name(), InputView.create(building, input, lag));
            }
            List<Path> readable =
                    inputs.stream().flatMap(i -> i.parquet().stream()).toList();
            EngineLock.lock(building, readable, List.of(cache));
            return new SampleBuilder(study, building, views).build(file());
        } finally {
            engine = null;
        }
    }

    private SqlEngine openEngine() {
        engine = DuckDbEngine.open(threads, cache.resolve("spill"));
        return engine;
    }

    private Ledger readLedger(OutputFiles outputs) {
        try {
            return LedgerJson.read(Files.readString(outputs.path(LEDGER)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Variable described(Variable column) {
        return inputs.stream()
                .flatMap(i -> i.variable(column.name()).stream())
                .findFirst()
                .map(v -> v.withType(column.type()))
                .orElse(column);
    }

    private Path file() {
        return cache.resolve("sample.parquet");
    }
}
