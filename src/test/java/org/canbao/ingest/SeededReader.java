package org.canbao.ingest;

import java.util.OptionalLong;
import org.canbao.data.ColumnBatch;
import org.canbao.diag.Diagnostic;

/** A raw file that exists only as a seed; it can break off and reject cells. */
final class SeededReader implements RawReader {
    private final SeededRows table;
    private final String label;
    private int batchRows = Integer.MAX_VALUE;
    private int breakAt = Integer.MAX_VALUE;
    private int rejectEvery;
    private int from;
    private int to;
    private int row;

    SeededReader(SeededRows table) {
        this(table, "");
    }

    SeededReader(SeededRows table, String label) {
        this.table = table;
        this.label = label;
        this.to = table.rows;
    }

    /** Has these rows only. */
    SeededReader between(long first, long end) {
        from = Math.toIntExact(first);
        to = Math.toIntExact(end);
        row = from;
        return this;
    }

    /** Gives fewer rows at a time than the batch could take. */
    SeededReader batches(int rows) {
        batchRows = rows;
        return this;
    }

    /** Breaks off before this row. */
    SeededReader breakingAt(int failing) {
        breakAt = failing;
        return this;
    }

    /** Rejects a cell of the first column in every so-manieth row. */
    SeededReader rejectingEvery(int every) {
        rejectEvery = every;
        return this;
    }

    @Override
    public RawDescription description() {
        return new RawDescription("Seeded", "UTF-8", "made up", label, OptionalLong.of(table.rows), table.variables);
    }

    @Override
    public boolean next(ColumnBatch batch, Rejects rejects) {
        batch.clear();
        int filled = Math.min(Math.min(batch.capacity(), batchRows), to - row);
        for (int i = 0; i < filled; i++, row++) {
            if (row >= breakAt) {
                throw Diagnostic.error(StoreCode.STORE_NOT_READ, "breaks off in row " + row)
                        .toException();
            }
            for (int j = 0; j < table.variables.size(); j++) {
                table.fill(batch, i, row, j);
            }
            if (rejectEvery > 0 && (row + 1) % rejectEvery == 0) {
                batch.states(0)[i] = ColumnBatch.MISSING;
                rejects.add(row + 1, table.variables.get(0).name(), "bad, \"value\"", "not a number");
            }
        }
        batch.rows(filled);
        return filled > 0;
    }

    @Override
    public void close() {
        row = from;
    }
}
