package org.canbao.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.canbao.files.FolderLock;
import org.canbao.ingest.IngestRequest;
import org.canbao.ingest.Ingestor;
import org.canbao.ingest.Progress;
import org.canbao.ingest.Store;
import org.canbao.spec.StudySpec;
import org.canbao.yaml.StudyReader;

/**
 * Everything that can be run: every study whose inputs are in the store; if the store is empty, the bundled example on
 * simulated extracts, and studies asked for by name whose data can be simulated. Simulated extracts are kept apart from the
 * store so that simulated and real data never mix.
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

    /** Which studies can run, and which cannot and why. */
    public record Plan(List<Ready> ready, List<Skipped> skipped, boolean simulated) {
        public Plan {
            ready = List.copyOf(ready);
            skipped = List.copyOf(skipped);
        }
    }

    /** A study that can run. */
    public record Ready(String study, RunRequest request) {}

    /** A study that cannot run: data sets are missing. */
    public record Skipped(String study, List<String> missing) {
        public Skipped {
            missing = List.copyOf(missing);
        }
    }

    /**
     * What can be run.
     *
     * @param names the studies asked for; empty for all
     * @param options how each would be run; its study is not used
     */
    public Plan plan(List<String> names, RunRequest options) {
        Store store = new Store(options.store());
        boolean simulate = store.isEmpty() && options.files().isEmpty();
        Path root = simulate ? simulatedStore(names, options) : options.store();
        Store used = new Store(root);
        List<Ready> ready = new ArrayList<>();
        List<Skipped> skipped = new ArrayList<>();
        for (String name : names.isEmpty() ? locator.names() : names) {
            Path file = locator.find(name);
            StudySpec study = StudyReader.read(file);
            List<String> missing =
                    InputResolver.missing(study, used, options.files().keySet());
            if (missing.isEmpty()) {
                Map<String, Path> files = new LinkedHashMap<>(options.files());
                files.keySet().retainAll(study.inputs().keySet());
                ready.add(new Ready(
                        study.id(),
                        new RunRequest(
                                file,
                                options.out(),
                                root,
                                files,
                                Set.of(),
                                options.lang(),
                                options.threads(),
                                options.force())));
            } else {
                skipped.add(new Skipped(study.id(), missing));
            }
        }
        return new Plan(ready, skipped, simulate);
    }

    /** Simulated extracts, ingested; made once per build of canbao and kept under the output folder. */
    private Path simulatedStore(List<String> names, RunRequest options) {
        Path root = options.out().resolve(SIMULATED);
        Path store = root.resolve("store");
        Set<String> wanted = datasets(names);
        try (FolderLock mine = FolderLock.acquire(root, () -> {})) {
            for (SimulatedExtract extract : SimulatedExtract.all()) {
                Path raw = root.resolve(extract.name());
                boolean asked = extract.always() || !Collections.disjoint(extract.datasets(), wanted);
                boolean made = BuildStamp.isOn(raw);
                // what another build made is made again, so that the store has no data of two builds
                boolean stale = !made && Files.isDirectory(raw);
                if (stale || (asked && (options.force() || !made))) {
                    simulate(extract, raw, store, options);
                    BuildStamp.put(raw);
                }
            }
        }
        return store;
    }

    /** The data sets of these studies. */
    private Set<String> datasets(List<String> names) {
        return names.stream()
                .map(name -> StudyReader.read(locator.find(name)))
                .flatMap(study -> study.inputs().values().stream())
                .map(StudySpec.Input::dataset)
                .collect(Collectors.toSet());
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
                    IngestRequest.of(file.dataset(), List.of(file.file()), file.wave(), store, options.threads());
            new Ingestor().ingest(request.withSchema(schemas.read(file.schema())), Progress.NONE);
        }
    }
}
