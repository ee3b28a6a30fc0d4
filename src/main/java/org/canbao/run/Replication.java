package org.canbao.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.files.FolderLock;
import org.canbao.ingest.IngestRequest;
import org.canbao.ingest.Ingestor;
import org.canbao.ingest.Progress;
import org.canbao.ingest.Store;
import org.canbao.spec.StudySpec;
import org.canbao.yaml.StudyReader;

/**
 * Everything that can be run: every study whose inputs are in the store or beside it; if the store is empty, every study
 * but the examples, with simulated extracts for what it needs of a store. Each extract is simulated once for all studies.
 * Simulated extracts are kept apart from the store so that simulated and real data never mix.
 */
public final class Replication {
    private static final String SIMULATED = ".simulated";

    private final StudyLocator locator;
    private final SchemaLocator schemas;

    /** A replication of studies and schemas found by these locators. */
    public Replication(StudyLocator locator, SchemaLocator schemas) {
        this.locator = locator;
        this.schemas = schemas;
    }

    /**
     * Which studies can run, and which cannot and why.
     *
     * @param studies in the order in which they were asked for or found
     * @param simulated whether simulated extracts stand in for the store
     */
    public record Plan(List<Planned> studies, boolean simulated) {
        public Plan {
            studies = List.copyOf(studies);
        }
    }

    /** A study of a plan. */
    public sealed interface Planned {
        /** The study, or the name that was asked for. */
        String study();
    }

    /** A study that can run. */
    public record Ready(String study, RunRequest request) implements Planned {}

    /** A study that cannot run: data sets are missing. */
    public record Skipped(String study, List<String> missing) implements Planned {
        public Skipped {
            missing = List.copyOf(missing);
        }
    }

    /** A study that cannot run: its file is wrong. */
    public record Broken(String study, List<Diagnostic> findings) implements Planned {
        public Broken {
            findings = List.copyOf(findings);
        }
    }

    /**
     * What can be run. Extracts that are needed and were not simulated before are simulated.
     *
     * @param names the studies asked for; empty for all
     * @param options how each would be run; its study is not used
     * @throws CanbaoException if there is no study of a name, or if extracts cannot be written
     */
    public Plan plan(List<String> names, RunRequest options) {
        boolean simulate =
                new Store(options.store()).isEmpty() && options.files().isEmpty();
        Map<String, Path> files = files(names, simulate);
        Map<String, StudySpec> studies = new LinkedHashMap<>();
        Map<String, Broken> broken = new LinkedHashMap<>();
        files.forEach((name, file) -> {
            try {
                studies.put(name, StudyReader.read(file));
            } catch (CanbaoException e) {
                broken.put(name, new Broken(name, e.diagnostics()));
            }
        });
        Path store = simulate ? simulatedStore(datasets(studies), options) : options.store();
        List<Planned> planned = new ArrayList<>();
        files.forEach((name, file) -> {
            StudySpec study = studies.get(name);
            planned.add(
                    study == null
                            ? broken.get(name)
                            : planned(study, file, needsAStore(study) ? store : options.store(), options));
        });
        return new Plan(planned, simulate);
    }

    private Map<String, Path> files(List<String> names, boolean simulate) {
        List<String> all = simulate ? locator.withoutExamples() : locator.names();
        Map<String, Path> files = new LinkedHashMap<>();
        (names.isEmpty() ? all : names).forEach(name -> files.put(name, locator.find(name)));
        return files;
    }

    private static Planned planned(StudySpec study, Path file, Path store, RunRequest options) {
        List<String> missing =
                InputResolver.missing(study, new Store(store), options.files().keySet());
        if (!missing.isEmpty()) {
            return new Skipped(study.id(), missing);
        }
        Map<String, Path> given = new LinkedHashMap<>(options.files());
        given.keySet().retainAll(study.inputs().keySet());
        return new Ready(
                study.id(),
                new RunRequest(
                        file,
                        options.out(),
                        store,
                        given,
                        Set.of(),
                        options.lang(),
                        options.threads(),
                        options.force()));
    }

    /** The data sets that studies need of a store. */
    private static Set<String> datasets(Map<String, StudySpec> studies) {
        Set<String> datasets = new LinkedHashSet<>();
        studies.values().stream()
                .filter(Replication::needsAStore)
                .flatMap(study -> study.inputs().values().stream())
                .filter(input -> input.file().isEmpty())
                .forEach(input -> datasets.add(input.dataset()));
        return datasets;
    }

    /** Whether a study is about data of a store; one of facts beside it is never mixed with simulated data. */
    private static boolean needsAStore(StudySpec study) {
        return study.inputs().values().stream().anyMatch(input -> input.file().isEmpty() && !input.optional());
    }

    /** Simulated extracts, ingested; made once per build of canbao and kept under the output folder. */
    private Path simulatedStore(Set<String> wanted, RunRequest options) {
        Path root = options.out().resolve(SIMULATED);
        Path store = root.resolve("store");
        try (FolderLock mine = FolderLock.acquire(root, () -> {})) {
            for (SimulatedExtract extract : SimulatedExtract.all()) {
                Path raw = root.resolve(extract.name());
                boolean asked = !Collections.disjoint(extract.datasets(), wanted);
                if (asked && (options.force() || !BuildStamp.isOn(raw))) {
                    simulate(extract, raw, store, options);
                    BuildStamp.put(raw);
                }
            }
        }
        return store;
    }

    /** Where the simulated data of a study's folder are: beside it, if a replication made them, else in the store. */
    static Path storeOfSimulated(Path study, Path store) {
        Path own = study.toAbsolutePath().resolveSibling(SIMULATED).resolve("store");
        return Files.isDirectory(own) ? own : store;
    }

    private void simulate(SimulatedExtract extract, Path raw, Path store, RunRequest options) {
        extract.writer().accept(raw, options.threads());
        for (SimulatedExtract.RawFile file : extract.files().apply(raw)) {
            IngestRequest request =
                    IngestRequest.of(file.dataset(), file.files(), file.wave(), store, options.threads());
            new Ingestor()
                    .ingest(
                            file.schema().isEmpty() ? request : request.withSchema(schemas.read(file.schema())),
                            Progress.NONE);
        }
    }
}
