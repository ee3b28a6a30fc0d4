package org.canbao.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.canbao.data.Codebook;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.EngineLock;
import org.canbao.engine.SqlEngine;
import org.canbao.files.TemporaryFolder;
import org.canbao.ingest.IngestRequest;
import org.canbao.ingest.Ingestor;
import org.canbao.ingest.OpenOptions;
import org.canbao.ingest.Progress;
import org.canbao.ingest.RawFiles;
import org.canbao.ingest.Store;
import org.canbao.ingest.StoredWave;
import org.canbao.sample.Sample;

/**
 * One data file as a sample: Parquet is read where it lies; every other format goes through a temporary store, as if it
 * had been ingested.
 */
public final class DataFile implements AutoCloseable {
    private static final String RELATION = "data";

    private final TemporaryFolder temporary;
    private final SqlEngine engine;
    private final Sample sample;

    private DataFile(TemporaryFolder temporary, SqlEngine engine, Sample sample) {
        this.temporary = temporary;
        this.engine = engine;
        this.sample = sample;
    }

    /**
     * Opens a data file.
     *
     * @param options what the user knows better than the file
     * @throws org.canbao.diag.CanbaoException if it is not there, or not a data file that can be read whole, or has no
     *     use for an option
     */
    public static DataFile open(Path file, OpenOptions options, int threads) {
        if (!Files.isRegularFile(file)) {
            throw Diagnostic.error(RunCode.NO_DATA, "there is no data file `" + file + "`")
                    .at(Place.of(file.toString()))
                    .toException();
        }
        RawFiles.check(file, options);
        TemporaryFolder temporary = TemporaryFolder.create("canbao");
        try {
            return isParquet(file)
                    ? read(temporary, List.of(file.toAbsolutePath()), Optional.empty(), threads)
                    : readThroughStore(temporary, file, options, threads);
        } catch (RuntimeException e) {
            temporary.close();
            throw e;
        }
    }

    /** The file's rows. */
    public Sample sample() {
        return sample;
    }

    @Override
    public void close() {
        engine.close();
        temporary.close();
    }

    private static DataFile readThroughStore(TemporaryFolder temporary, Path file, OpenOptions options, int threads) {
        Path root = temporary.path().resolve("store");
        new Ingestor().ingest(new IngestRequest("data", List.of(file), "", root, options, 0, threads), Progress.NONE);
        StoredWave wave = new Store(root).waves("data").get(0);
        return read(temporary, wave.parts(), Optional.of(wave.codebook()), threads);
    }

    private static DataFile read(
            TemporaryFolder temporary, List<Path> parquet, Optional<Codebook> codebook, int threads) {
        DuckDbEngine engine = DuckDbEngine.open(threads, temporary.path().resolve("spill"));
        try {
            engine.viewOfParquet(RELATION, parquet);
            EngineLock.lock(engine, parquet, temporary.path());
            List<Variable> columns = engine.columns(RELATION).stream()
                    .filter(c -> !c.name().startsWith("canbao_"))
                    .map(c -> codebook.flatMap(b -> b.variable(c.name()))
                            .map(v -> v.withType(c.type()))
                            .orElse(c))
                    .toList();
            long rows = engine.count("SELECT count(*) FROM " + RELATION);
            boolean simulated = codebook.map(Codebook::simulated).orElse(false);
            return new DataFile(temporary, engine, new Sample(engine, RELATION, rows, columns, simulated));
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    private static boolean isParquet(Path file) {
        return file.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".parquet");
    }
}
