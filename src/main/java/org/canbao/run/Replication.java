package org.canbao.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.canbao.files.FolderLock;
import org.canbao.ingest.IngestRequest;
import org.canbao.ingest.Ingestor;
import org.canbao.ingest.Progress;
import org.canbao.ingest.Store;
import org.canbao.simulate.ExampleExtract;
import org.canbao.spec.StudySpec;
import org.canbao.yaml.StudyReader;

/**
 * Everything that can be run: every study whose inputs are in the store; if the store is empty, the bundled example on
 * simulated extracts, which are kept apart from the store so that simulated and real data never mix.
 */
public final class Replication {
    private static final long SEED = 20260101;
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
        Path root = simulate ? simulatedStore(options) : options.store();
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
    private Path simulatedStore(RunRequest options) {
        Path root = options.out().resolve(SIMULATED);
        Path store = root.resolve("store");
        try (FolderLock mine = FolderLock.acquire(root, () -> {})) {
            if (options.force() || !BuildStamp.isOn(root)) {
                simulate(root.resolve("raw"), store, options);
                BuildStamp.put(root);
            }
        }
        return store;
    }

    /** Where the simulated data of a study's folder are: beside it, if a replication made them, else in the store. */
    static Path storeOfSimulated(Path study, Path store) {
        Path own = study.toAbsolutePath().resolveSibling(SIMULATED).resolve("store");
        return Files.isDirectory(own) ? own : store;
    }

    private void simulate(Path raw, Path store, RunRequest options) {
        new ExampleExtract(SEED, 1).write(raw);
        for (int year : ExampleExtract.years()) {
            ingest("example-persons", ExampleExtract.persons(raw, year), String.valueOf(year), store, options);
        }
        ingest("example-cities", ExampleExtract.cities(raw), "", store, options);
        ingest("example-policy", ExampleExtract.policy(raw), "", store, options);
    }

    private void ingest(String dataset, Path file, String wave, Path store, RunRequest options) {
        IngestRequest request = IngestRequest.of(dataset, List.of(file), wave, store, options.threads());
        new Ingestor().ingest(request.withSchema(schemas.read(dataset)), Progress.NONE);
    }
}
