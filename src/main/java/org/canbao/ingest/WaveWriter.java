package org.canbao.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.DuckDbSettings;
import org.canbao.engine.ParquetOutput;

/**
 * Writes the Parquet files of one wave, one for each part, several at a time.
 *
 * <p>A cell with a missing code is null and keeps its code in a companion column {@code NAME__missing}, which exists
 * where the file declares missing codes or a cell has one. Codes that no file declares show only in the cells. Writing
 * therefore begins without columns for them; at the first one it stops, the files are read for all of them, which costs
 * little beside writing, and writing begins again. Most files need one pass, and none is written twice.
 */
final class WaveWriter {
    /** What the engine's buffers may take at least. */
    private static final long ENGINE_BYTES = 512L << 20;

    /** What they may take for each worker: its row groups, as they came and compressed. */
    private static final long WORKER_BYTES = 128L << 20;

    /** With more the process would take more than a gigabyte, however many cores there are. */
    private static final int MOST_WORKERS = 6;

    private static final int BATCH_ROWS = 2_048;

    private final IngestRequest request;
    private final RawInputs inputs;
    private final List<WavePart> parts;
    private final List<Variable> variables;
    private final Path folder;
    private final Progress listener;
    private final int workers;

    /**
     * What was written.
     *
     * @param rows rows of all files
     * @param rejected cells that did not fit
     * @param variables the variables, with all missing codes that occur
     */
    record Written(long rows, long rejected, List<Variable> variables) {}

    /** Writes a wave that is cut into these parts into a folder. */
    WaveWriter(IngestRequest request, RawInputs inputs, List<WavePart> parts, Path folder, Progress listener) {
        this.request = request;
        this.inputs = inputs;
        this.parts = parts;
        this.variables = inputs.variables();
        this.folder = folder;
        this.listener = listener;
        this.workers = Math.min(MOST_WORKERS, Math.min(request.threads(), parts.size()));
    }

    /**
     * Writes all parts.
     *
     * @param rejects where rejects are written
     */
    Written write(Path rejects) {
        Set<String> companions = new TreeSet<>();
        variables.stream().filter(v -> !v.missingCodes().isEmpty()).forEach(v -> companions.add(v.name()));
        long memory = Math.max(ENGINE_BYTES, workers * WORKER_BYTES);
        try (DuckDbEngine engine =
                DuckDbEngine.open(DuckDbSettings.of(engineThreads(), folder).withMemory(memory))) {
            try {
                return pass(engine, companions, rejects);
            } catch (UndeclaredCodeException e) {
                companions.addAll(survey().variables());
                return pass(engine, companions, rejects);
            }
        }
    }

    /**
     * A worker is a thread of the engine too. Another one is of use only where the engine reads by itself: while rows
     * come from Java, one thread can work on a file, and the others wait for it by asking without pause.
     */
    private int engineThreads() {
        return inputs.areDirect() ? request.threads() / workers : 1;
    }

    /** Reads all parts for their missing codes. */
    private TagWatch survey() {
        TagWatch all = new TagWatch();
        PartWorkers.run(parts, workers, (part, stopped) -> {
            TagWatch watch = new TagWatch();
            try (RawReader reader = inputs.reader(part)) {
                ColumnBatch batch = new ColumnBatch(reader.description().variables(), BATCH_ROWS);
                while (!stopped.getAsBoolean() && reader.next(batch, (row, column, value, reason) -> {})) {
                    watch.look(batch);
                }
            }
            all.add(watch);
        });
        return all;
    }

    private Written pass(DuckDbEngine engine, Set<String> companions, Path rejects) {
        try (RejectLog log =
                new RejectLog(rejects, request.maxRejects(), parts.size(), SchemaCheck.remedies(request))) {
            return new Pass(engine, companions, log).run();
        }
    }

    /** All parts, written once. */
    private final class Pass {
        private final DuckDbEngine engine;
        private final Set<String> companions;
        private final RejectLog log;
        private final WaveProgress progress = new WaveProgress(inputs, listener);
        private final TagWatch watch = new TagWatch();

        Pass(DuckDbEngine engine, Set<String> companions, RejectLog log) {
            this.engine = engine;
            this.companions = companions;
            this.log = log;
        }

        Written run() {
            try {
                PartWorkers.run(parts, workers, this::write);
            } catch (StoppedException e) {
                // The first part that fails is stopped by nothing but its rejects; they are counted by now.
                log.check();
                throw e;
            }
            log.check();
            log.allowedOnes().ifPresent(listener::finding);
            return new Written(
                    progress.rows(),
                    log.count(),
                    variables.stream().map(watch::completed).toList());
        }

        private void write(WavePart part, BooleanSupplier stopped) {
            ParquetOutput output = ParquetOutput.of(StoredWave.part(folder, part.number()), variables, companions);
            try (RawReader reader = inputs.reader(part)) {
                if (reader instanceof DirectReader direct) {
                    engine.copy(direct.query(), output);
                    progress.add(part.file(), direct.description().rows().orElseThrow());
                } else {
                    stream(reader, part, output, stopped);
                }
            }
            log.ended(part);
        }

        private void stream(RawReader reader, WavePart part, ParquetOutput output, BooleanSupplier stopped) {
            Rejects rejects = log.of(part, inputs.files().get(part.file()));
            LongConsumer passed = rows -> progress.add(part.file(), rows);
            ReaderRows rows = new ReaderRows(reader, rejects, companions, passed, stopped);
            engine.write(rows, output);
            watch.add(rows.watch());
        }
    }
}
