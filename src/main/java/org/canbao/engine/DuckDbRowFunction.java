package org.canbao.engine;

import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.canbao.data.ColumnBatch;
import org.canbao.data.Variable;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBFunctions;
import org.duckdb.DuckDBTableFunction;
import org.duckdb.DuckDBTableFunctionBindInfo;
import org.duckdb.DuckDBTableFunctionBuilder;
import org.duckdb.DuckDBTableFunctionCallInfo;
import org.duckdb.DuckDBTableFunctionInitInfo;
import org.jspecify.annotations.Nullable;

/**
 * The table function {@code canbao_rows(key)}: the rows of a {@link RowSource}. One thread pulls the rows of
 * a key, so that their order stays.
 */
final class DuckDbRowFunction implements DuckDBTableFunction<DuckDbRowFunction.Feed, DuckDbRowFunction.Feed, Object> {
    private static final String NAME = "canbao_rows";

    private final Map<Long, Feed> feeds = new ConcurrentHashMap<>();
    private final AtomicLong nextKey = new AtomicLong();

    /** A source on its way into one query. */
    static final class Feed {
        private final RowSource source;
        private final DuckDbVectors vectors;
        private @Nullable ColumnBatch batch;
        private @Nullable RuntimeException failure;

        Feed(RowSource source, DuckDbVectors vectors) {
            this.source = source;
            this.vectors = vectors;
        }

        /** What the source threw, if it did: DuckDB itself keeps only the message. */
        @Nullable
        RuntimeException failure() {
            return failure;
        }

        private long pull(DuckDBDataChunkWriter chunk) {
            ColumnBatch rows = batch;
            if (rows == null) {
                rows = new ColumnBatch(source.variables(), (int) chunk.capacity());
                batch = rows;
            }
            try {
                if (!source.next(rows)) {
                    return 0;
                }
            } catch (RuntimeException e) {
                failure = e;
                throw e;
            }
            vectors.write(rows, chunk);
            return rows.rows();
        }
    }

    /** Makes the function known to a database. */
    static DuckDbRowFunction registerIn(DuckDBConnection connection) throws SQLException {
        DuckDbRowFunction function = new DuckDbRowFunction();
        try (DuckDBTableFunctionBuilder builder = DuckDBFunctions.tableFunction()) {
            builder.withName(NAME)
                    .withParameter(DuckDBColumnType.BIGINT)
                    .withFunction(function)
                    .register(connection);
        }
        return function;
    }

    /** Makes a feed readable under a key. */
    long add(Feed feed) {
        long key = nextKey.incrementAndGet();
        feeds.put(key, feed);
        return key;
    }

    /** Forgets a feed. */
    void remove(long key) {
        feeds.remove(key);
    }

    /** The call that reads a feed. */
    static String call(long key) {
        return NAME + "(" + key + ")";
    }

    @Override
    public Feed bind(DuckDBTableFunctionBindInfo info) {
        Feed feed = feeds.get(info.getParameter(0).getLong());
        if (feed == null) {
            throw new IllegalStateException("no rows under this key");
        }
        for (Variable variable : feed.source.variables()) {
            info.addResultColumn(variable.name(), DuckDbVectors.transportType(variable.type()));
        }
        for (String companion : feed.vectors.companionNames()) {
            info.addResultColumn(companion, DuckDBColumnType.VARCHAR);
        }
        return feed;
    }

    @Override
    public Feed init(DuckDBTableFunctionInitInfo info) {
        info.setMaxThreads(1);
        return info.getBindData();
    }

    @Override
    public Object localInit(DuckDBTableFunctionInitInfo info) {
        return this;
    }

    @Override
    public long apply(DuckDBTableFunctionCallInfo call, DuckDBDataChunkWriter chunk) {
        Feed feed = call.getInitData();
        return feed.pull(chunk);
    }
}
