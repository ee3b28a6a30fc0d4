package org.canbao.ingest;

import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.canbao.engine.RowSource;

/**
 * The rows of one part on their way into the engine; they stop at a missing code for which there is no companion
 * column, and when they are told to.
 */
final class ReaderRows implements RowSource {
    private final RawReader reader;
    private final Rejects rejects;
    private final Set<String> companions;
    private final LongConsumer progress;
    private final BooleanSupplier stopped;
    private final TagWatch watch = new TagWatch();
    private final List<Variable> variables;

    /**
     * Rows of a reader.
     *
     * @param companions the variables that have a companion column
     * @param progress hears how many more rows have passed
     * @param stopped whether to stop
     */
    ReaderRows(
            RawReader reader, Rejects rejects, Set<String> companions, LongConsumer progress, BooleanSupplier stopped) {
        this.reader = reader;
        this.rejects = rejects;
        this.companions = companions;
        this.progress = progress;
        this.stopped = stopped;
        this.variables = reader.description().variables();
    }

    /** Which missing codes have passed. */
    TagWatch watch() {
        return watch;
    }

    @Override
    public List<Variable> variables() {
        return variables;
    }

    @Override
    public boolean next(ColumnBatch batch) {
        if (stopped.getAsBoolean()) {
            throw new StoppedException();
        }
        if (!reader.next(batch, rejects)) {
            return false;
        }
        watch.look(batch);
        if (!companions.containsAll(watch.variables())) {
            throw new UndeclaredCodeException();
        }
        progress.accept(batch.rows());
        return true;
    }
}
