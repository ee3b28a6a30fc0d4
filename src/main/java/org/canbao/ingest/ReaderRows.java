package org.canbao.ingest;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.canbao.engine.RowSource;

/**
 * The rows of one raw file on their way into the engine; they stop at a missing code for which there is no companion
 * column.
 */
final class ReaderRows implements RowSource {
    private final RawReader reader;
    private final Rejects rejects;
    private final TagWatch watch;
    private final Set<String> companions;
    private final Path file;
    private final Progress progress;
    private final List<Variable> variables;
    private final OptionalLong total;
    private long rows;

    ReaderRows(
            RawReader reader, Rejects rejects, TagWatch watch, Set<String> companions, Path file, Progress progress) {
        this.reader = reader;
        this.rejects = rejects;
        this.watch = watch;
        this.companions = companions;
        this.file = file;
        this.progress = progress;
        this.variables = reader.description().variables();
        this.total = reader.description().rows();
    }

    /** How many rows have passed. */
    long rows() {
        return rows;
    }

    @Override
    public List<Variable> variables() {
        return variables;
    }

    @Override
    public boolean next(ColumnBatch batch) {
        if (!reader.next(batch, rejects)) {
            return false;
        }
        watch.look(batch);
        if (!companions.containsAll(watch.variables())) {
            throw new UndeclaredCodeException();
        }
        rows += batch.rows();
        progress.rows(file, rows, total);
        return true;
    }
}
