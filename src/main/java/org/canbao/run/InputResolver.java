package org.canbao.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.canbao.data.Codebook;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.engine.EngineLock;
import org.canbao.files.Sha256;
import org.canbao.files.Unreadable;
import org.canbao.ingest.IngestRequest;
import org.canbao.ingest.Ingestor;
import org.canbao.ingest.Progress;
import org.canbao.ingest.Store;
import org.canbao.ingest.StoredWave;
import org.canbao.sample.ResolvedInput;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.StudySpec;

/** Finds the data behind a study's inputs: the store, or files given with {@code --input}. */
final class InputResolver {
    /** The wave of a file that stands in for an input. */
    private static final String FILE_WAVE = "";

    private final StudySpec study;
    private final Store store;
    private final Map<String, Path> files;
    private final Path cache;
    private final int threads;

    /**
     * A resolver.
     *
     * @param cache where files given with {@code --input} are kept as Parquet
     */
    InputResolver(StudySpec study, Store store, Map<String, Path> files, Path cache, int threads) {
        this.study = study;
        this.store = store;
        this.files = files;
        this.cache = cache;
        this.threads = threads;
    }

    /**
     * All inputs, in the order of the study; optional ones only if they are there.
     *
     * @throws org.canbao.diag.CanbaoException if any other is not there; all of those are named
     */
    List<ResolvedInput> resolve() {
        Problems problems = new Problems();
        for (String name : files.keySet()) {
            if (!study.inputs().containsKey(name)) {
                problems.add(Diagnostic.error(RunCode.UNKNOWN_INPUT, "`" + study.id() + "` has no input `" + name + "`")
                        .at(Place.of(study.file()))
                        .nearest(Nearest.to(name, study.inputs().keySet()))
                        .hint("its inputs: " + String.join(", ", study.inputs().keySet())));
            }
        }
        List<ResolvedInput> resolved = new ArrayList<>();
        for (StudySpec.Input input : study.inputs().values()) {
            Path file = files.get(input.name());
            Optional<ResolvedInput> found =
                    file == null ? declared(input, problems) : Optional.of(fromFile(input, file));
            found.ifPresent(resolved::add);
        }
        problems.throwIfErrors();
        return resolved;
    }

    /** The data sets of inputs that are neither in the store nor given as files. */
    static List<String> missing(StudySpec study, Store store, Set<String> given) {
        return study.inputs().values().stream()
                .filter(i -> i.file().isEmpty() && !i.optional() && !given.contains(i.name()))
                .map(StudySpec.Input::dataset)
                .filter(dataset -> store.waves(dataset).isEmpty())
                .distinct()
                .toList();
    }

    /** What the manifest says of the inputs. */
    static List<Manifest.InputRecord> records(List<ResolvedInput> inputs, int threads) {
        return inputs.stream().map(input -> record(input, threads)).toList();
    }

    private static Manifest.InputRecord record(ResolvedInput input, int threads) {
        Codebook codebook = input.codebook();
        return new Manifest.InputRecord(
                input.name(),
                codebook.dataset(),
                codebook.wave(),
                codebook.rows(),
                codebook.sources().stream()
                        .map(s -> new Manifest.FileHash(s.file(), s.sha256()))
                        .toList(),
                hashes(input.files(), threads));
    }

    private static List<Manifest.FileHash> hashes(List<Path> files, int threads) {
        List<String> hashes = Sha256.of(files, threads);
        return IntStream.range(0, files.size())
                .mapToObj(i -> new Manifest.FileHash(files.get(i).getFileName().toString(), hashes.get(i)))
                .toList();
    }

    private Optional<ResolvedInput> declared(StudySpec.Input input, Problems problems) {
        if (input.file().isPresent()) {
            return fromStudyFolder(input, input.file().get(), problems);
        }
        Problems found = new Problems();
        Optional<ResolvedInput> stored = fromStore(input, found);
        if (!input.optional()) {
            found.all().forEach(problems::add);
        }
        return stored;
    }

    private Optional<ResolvedInput> fromStudyFolder(StudySpec.Input input, String name, Problems problems) {
        Path file = Path.of(study.file()).resolveSibling(name);
        if (!Files.isRegularFile(file)) {
            problems.add(
                    Diagnostic.error(RunCode.NO_INPUT, "input `" + input.name() + "`: there is no file `" + file + "`")
                            .at(input.place())
                            .nearest(Nearest.to(file.getFileName().toString(), beside(file)))
                            .hint("it is looked for beside the study file"));
            return Optional.empty();
        }
        return Optional.of(fromFile(input, file));
    }

    /** The names of the files where a file should be. */
    private static List<String> beside(Path file) {
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw Unreadable.finding(folder, e);
        }
    }

    private Optional<ResolvedInput> fromStore(StudySpec.Input input, Problems problems) {
        List<StoredWave> there = store.waves(input.dataset());
        if (there.isEmpty()) {
            problems.add(Diagnostic.error(
                            RunCode.NO_INPUT,
                            "input `" + input.name() + "`: the store `" + store.root() + "` has no data set `"
                                    + input.dataset() + "`")
                    .at(input.place())
                    .nearest(store.nearest(input.dataset()))
                    .hint("put it there: canbao ingest " + input.dataset() + " FILE")
                    .hint("or give a file for this run: --input " + input.name() + "=FILE"));
            return Optional.empty();
        }
        Set<String> known =
                new LinkedHashSet<>(there.stream().map(StoredWave::wave).toList());
        List<String> unknown =
                input.waves().stream().filter(w -> !known.contains(w)).toList();
        if (!unknown.isEmpty()) {
            problems.add(Diagnostic.error(
                            RunCode.NO_INPUT,
                            "input `" + input.name() + "`: the store has no wave " + String.join(", ", unknown)
                                    + " of `" + input.dataset() + "`")
                    .at(input.place())
                    .hint("waves in the store: " + String.join(", ", known))
                    .hint("put it there: canbao ingest " + input.dataset() + " FILE --wave " + unknown.get(0)
                            + schemaOf(there))
                    .hint("or do without: take it out of `waves` of `" + input.name()
                            + "`; the study then says nothing of it"));
            return Optional.empty();
        }
        List<StoredWave> wanted = there.stream()
                .filter(w -> input.waves().isEmpty() || input.waves().contains(w.wave()))
                .toList();
        ResolvedInput found = resolved(input, store.root(), wanted);
        List<ColumnRef> lacking = input.needs().stream()
                .filter(column -> found.codebook().variable(column.name()).isEmpty())
                .toList();
        for (ColumnRef column : lacking) {
            problems.add(Diagnostic.error(
                            RunCode.NO_INPUT,
                            "input `" + input.name() + "`: `" + input.dataset() + "` has no column `" + column.name()
                                    + "`, which it needs")
                    .at(column.place())
                    .nearest(Nearest.to(
                            column.name(),
                            found.codebook().variables().stream()
                                    .map(Variable::name)
                                    .toList())));
        }
        return lacking.isEmpty() ? Optional.of(found) : Optional.empty();
    }

    /** The option that names a schema, if the other waves have one. */
    private static String schemaOf(List<StoredWave> others) {
        return others.stream().anyMatch(w -> w.codebook().schema().isPresent()) ? " --schema NAME" : "";
    }

    /**
     * A file is ingested once into the study's cache, and again when its bytes or canbao change. Each input has a store
     * of its own: two inputs may be the same data set from two files.
     */
    private ResolvedInput fromFile(StudySpec.Input input, Path file) {
        Path root = cache.resolve("inputs").resolve(input.name());
        Store own = new Store(root);
        if (!Files.isRegularFile(file)) {
            throw Diagnostic.error(RunCode.NO_INPUT, "input `" + input.name() + "`: there is no file `" + file + "`")
                    .toException();
        }
        String hash = Sha256.of(file);
        List<StoredWave> there = own.waves(input.dataset());
        boolean fresh = !there.isEmpty()
                && BuildStamp.isOn(root)
                && there.get(0).codebook().sources().stream()
                        .allMatch(s -> s.sha256().equals(hash));
        if (!fresh) {
            new Ingestor()
                    .ingest(IngestRequest.of(input.dataset(), List.of(file), FILE_WAVE, root, threads), Progress.NONE);
            BuildStamp.put(root);
            there = own.waves(input.dataset());
        }
        return resolved(input, root, there);
    }

    private static ResolvedInput resolved(StudySpec.Input input, Path root, List<StoredWave> waves) {
        return new ResolvedInput(
                input.name(),
                waves.stream()
                        .map(w -> new ResolvedInput.Wave(w.codebook().wave(), inside(root, w.parts())))
                        .toList(),
                merged(waves.stream().map(StoredWave::codebook).toList()));
    }

    /** Links in a store must not lead out of it. */
    private static List<Path> inside(Path root, List<Path> files) {
        return files.stream().map(file -> EngineLock.inside(root, file)).toList();
    }

    /** One codebook of several waves: all rows and files; of a variable in several waves the first description. */
    private static Codebook merged(List<Codebook> waves) {
        Map<String, Variable> variables = new LinkedHashMap<>();
        waves.forEach(w -> w.variables().forEach(v -> variables.putIfAbsent(v.name(), v)));
        return new Codebook(
                waves.get(0).dataset(),
                waves.stream().map(Codebook::wave).collect(Collectors.joining(",")),
                waves.stream().anyMatch(Codebook::simulated),
                waves.stream().mapToLong(Codebook::rows).sum(),
                waves.stream().mapToLong(Codebook::rejected).sum(),
                waves.stream().flatMap(w -> w.sources().stream()).toList(),
                List.copyOf(variables.values()),
                waves.stream()
                        .flatMap(w -> w.schema().stream())
                        .max(Comparator.comparingInt(Codebook.SchemaUse::suppressBelow)));
    }
}
