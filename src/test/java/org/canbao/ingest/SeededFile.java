package org.canbao.ingest;

import org.canbao.data.ColumnBatch;

/**
 * A raw file that exists only as a seed and of which parts can be read.
 *
 * @param table its rows
 * @param rejectEvery a cell of every so-manieth row is rejected; none if 0
 * @param breakAt the row before which it breaks off
 * @param whole reads all rows
 */
record SeededFile(SeededRows table, int rejectEvery, int breakAt, SeededReader whole) implements RangedReader {
    SeededFile(SeededRows table, int rejectEvery, int breakAt) {
        this(
                table,
                rejectEvery,
                breakAt,
                new SeededReader(table).rejectingEvery(rejectEvery).breakingAt(breakAt));
    }

    SeededFile(SeededRows table) {
        this(table, 0, Integer.MAX_VALUE);
    }

    @Override
    public RawReader range(long from, long to) {
        return new SeededReader(table)
                .rejectingEvery(rejectEvery)
                .breakingAt(breakAt)
                .between(from, to);
    }

    @Override
    public RawDescription description() {
        return whole.description();
    }

    @Override
    public boolean next(ColumnBatch batch, Rejects rejects) {
        return whole.next(batch, rejects);
    }

    @Override
    public void close() {
        whole.close();
    }
}
