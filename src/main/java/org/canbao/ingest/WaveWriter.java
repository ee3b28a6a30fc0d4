package org.canbao.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.DuckDbSettings;
import org.canbao.engine.ParquetOutput;

/**
 * Writes the Parquet files of one wave.
 *
 * <p>A cell with a missing code is null and keeps its code in a companion column {@code NAME__missing}, which exists
 * where the file declares missing codes or a cell has one. Codes that no file declares show only in the cells. Writing
 * therefore begins without columns for them; at the first one it stops, the rest of the files is read for all others,
 * which costs a twentieth of writing, and writing begins again. Most files need one pass, and none is written twice.
 */
final class WaveWriter {
    /** What the engine's buffers may take: a few row groups on their way to the disk. */
    private static final long ENGINE_BYTES = 512L << 20;

    private static final int BATCH_ROWS = 2_048;

    private final IngestRequest request;
    private final RawInputs inputs;
    private final Path folder;
    private final Progress progress;

    /**
     * What was written.
     *
     * @param rows rows of all files
     * @param rejected cells that did not fit
     * @param variables the variables, with all missing codes that occur
     */
    record Written(long rows, long rejected, List<Variable> variables) {}

    WaveWriter(IngestRequest request, RawInputs inputs, Path folder, Progress progress) {
        this.request = request;
        this.inputs = inputs;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * Writes all parts.
     *
     * @param rejects where rejects are written
     */
    Written write(Path rejects) {
        List<Variable> variables = inputs.variables();
        Set<String> companions = new TreeSet<>();
        variables.stream().filter(v -> !v.missingCodes().isEmpty()).forEach(v -> companions.add(v.name()));
        try (DuckDbEngine engine =
                DuckDbEngine.open(DuckDbSettings.of(request.threads(), folder).withMemory(ENGINE_BYTES))) {
            TagWatch watch = new TagWatch();
            try {
                return pass(engine, variables, companions, watch, rejects);
            } catch (UndeclaredCodeException e) {
                survey(watch);
                companions.addAll(watch.variables());
                inputs.reopen();
                return pass(engine, variables, companions, watch, rejects);
            }
        }
    }

    /** Reads what is left of all files. */
    private void survey(TagWatch watch) {
        for (int i = 0; i < inputs.files().size(); i++) {
            RawReader reader = inputs.reader(i);
            ColumnBatch batch = new ColumnBatch(reader.description().variables(), BATCH_ROWS);
            while (reader.next(batch, (row, column, value, reason) -> {})) {
                watch.look(batch);
            }
        }
    }

    private Written pass(
            DuckDbEngine engine, List<Variable> variables, Set<String> companions, TagWatch watch, Path rejects) {
        try (RejectLog log = new RejectLog(rejects, request.maxRejects())) {
            long rows = 0;
            for (int i = 0; i < inputs.files().size(); i++) {
                Path file = inputs.files().get(i);
                ReaderRows source = new ReaderRows(inputs.reader(i), log.of(file), watch, companions, file, progress);
                engine.write(source, ParquetOutput.of(StoredWave.part(folder, i), variables, companions));
                rows += source.rows();
            }
            log.check();
            return new Written(
                    rows, log.count(), variables.stream().map(watch::completed).toList());
        }
    }
}
