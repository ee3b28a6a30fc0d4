package org.canbao.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.apache.logging.log4j.LogManager;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.files.AtomicFile;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBConnection;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/**
 * DuckDB inside the process, with its data in memory. One thread at a time may use it, except that several may
 * {@link #write} at once, and {@link #cancel()} may come from any. When the virtual machine is told to stop, running
 * statements are cancelled, no other begins, and the spill folder is removed.
 */
public final class DuckDbEngine implements SqlEngine {
    private final Connection connection;
    private final SpillFolder spill;
    private final Set<Statement> running = ConcurrentHashMap.newKeySet();
    private final Thread onShutdown = new Thread(this::stop, "canbao-engine-stop");

    private @Nullable DuckDbRowFunction rowFunction;
    private volatile boolean stopping;

    private DuckDbEngine(Connection connection, SpillFolder spill) {
        this.connection = connection;
        this.spill = spill;
        Runtime.getRuntime().addShutdownHook(onShutdown);
    }

    /**
     * Opens an engine in memory.
     *
     * @param threads how many threads it may use
     * @param temporary where it may spill; made if it is not there, and removed again at the end
     */
    public static DuckDbEngine open(int threads, Path temporary) {
        return open(DuckDbSettings.of(threads, temporary));
    }

    /**
     * Opens an engine in memory.
     *
     * @throws org.canbao.diag.CanbaoException if its library cannot be loaded
     */
    public static DuckDbEngine open(DuckDbSettings settings) {
        try {
            DuckDbInternals.withoutMonitor();
            SpillFolder spill = SpillFolder.under(settings.temporary());
            DuckDbEngine engine = new DuckDbEngine(DriverManager.getConnection("jdbc:duckdb:"), spill);
            // Without these an unknown function waits for the network before it fails.
            engine.execute("SET autoinstall_known_extensions = false");
            engine.execute("SET autoload_known_extensions = false");
            engine.execute("SET threads = " + settings.threads());
            engine.execute(
                    "SET temp_directory = " + SqlText.literal(spill.path().toString()));
            engine.execute("SET preserve_insertion_order = " + settings.keepOrder());
            settings.memoryBytes().ifPresent(bytes -> engine.execute("SET memory_limit = '" + bytes + "B'"));
            return engine;
        } catch (SQLException | UnsatisfiedLinkError e) {
            throw Diagnostic.error(EngineCode.NOT_STARTED, "the embedded engine did not start: " + e.getMessage())
                    .hint("its library is unpacked into the temporary folder: check TMPDIR, its space and `noexec`")
                    .toException();
        }
    }

    /** The connection, for what is specific to DuckDB (table functions). */
    public Connection connection() {
        return connection;
    }

    /** Stops whatever is running; it fails with {@link EngineCode#INTERRUPTED}. May be called from any thread. */
    public void cancel() {
        for (Statement statement : running) {
            try {
                statement.cancel();
            } catch (SQLException e) {
                LogManager.getLogger(DuckDbEngine.class).debug("nothing to cancel: {}", e.getMessage());
            }
        }
    }

    @Override
    public void execute(String sql) {
        execute(connection, sql);
    }

    /**
     * Writes rows from Java into a Parquet file, in their order, with bounded memory. Each call has its own connection,
     * so that several threads can write a file each; the rows of each are pulled by the thread that called.
     *
     * @throws org.canbao.diag.CanbaoException what the source throws; or if the file cannot be written, in which case
     *     a part of it may be left
     */
    public void write(RowSource source, ParquetOutput output) {
        DuckDbVectors vectors = new DuckDbVectors(source.variables(), output.withCompanion());
        DuckDbRowFunction.Feed feed = new DuckDbRowFunction.Feed(source, vectors);
        DuckDbRowFunction function = rowFunction();
        long key = function.add(feed);
        try {
            executeApart(output.copy(DuckDbRowFunction.call(key)));
        } catch (CanbaoException e) {
            RuntimeException failure = feed.failure();
            throw failure == null ? e : failure;
        } finally {
            function.remove(key);
        }
    }

    /**
     * Writes the rows of a query into a Parquet file, in their order. Several threads can write a file each.
     *
     * @param query has the columns of the output by name, dates as days and timestamps as microseconds since 1970; no
     *     cell has a missing code
     * @throws org.canbao.diag.CanbaoException if the query fails or the file cannot be written; a part of it may be left
     */
    public void copy(String query, ParquetOutput output) {
        String none = output.companionNames().stream()
                .map(name -> ", NULL::VARCHAR AS " + SqlText.identifier(name))
                .collect(Collectors.joining());
        executeApart(output.copy("(SELECT *" + none + " FROM (" + query + "))"));
    }

    @Override
    public List<Variable> columns(String relation) {
        List<Variable> columns = new ArrayList<>();
        sqlTypes(relation).forEach((name, type) -> columns.add(Variable.of(name, DuckDbTypes.of(type))));
        return columns;
    }

    @Override
    public long count(String sql) {
        try (Statement statement = started(connection.createStatement())) {
            try (ResultSet rows = statement.executeQuery(sql)) {
                rows.next();
                return rows.getLong(1);
            } finally {
                running.remove(statement);
            }
        } catch (SQLException e) {
            throw DuckDbFailure.of(sql, e);
        }
    }

    @Override
    public void query(String sql, ChunkVisitor visitor) {
        try (DuckDBPreparedStatement statement =
                started(connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class))) {
            try (DuckDBChunkedResult result = statement.query()) {
                while (DuckDbInternals.next(result)) {
                    visitor.visit(new DuckDbChunk(result.chunk()));
                }
            } finally {
                running.remove(statement);
            }
        } catch (SQLException e) {
            throw DuckDbFailure.of(sql, e);
        }
    }

    /**
     * Starts a query whose rows are pulled. The engine must not be used for anything else until they are closed.
     *
     * @param variables the columns of the query; dates are cast to days and timestamps to microseconds since 1970 by
     *     the query itself
     */
    public QueryRows rows(String sql, List<Variable> variables) {
        try {
            return new DuckDbQueryRows(
                    connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class), sql, variables);
        } catch (SQLException e) {
            throw DuckDbFailure.of(sql, e);
        }
    }

    /** The columns of a relation with the engine's own names of their types. */
    public Map<String, String> sqlTypes(String relation) {
        Map<String, String> types = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + relation)) {
            while (rows.next()) {
                types.put(rows.getString(1), rows.getString(2));
            }
        } catch (SQLException e) {
            throw DuckDbFailure.of(relation, e);
        }
        return types;
    }

    @Override
    public void viewOfParquet(String view, List<Path> files) {
        StringBuilder query = new StringBuilder();
        for (int k = 0; k < files.size(); k++) {
            query.append(k == 0 ? "" : " UNION ALL BY NAME ")
                    .append("SELECT * EXCLUDE (file_row_number), ")
                    .append(k)
                    .append(" AS " + FILE_COLUMN + ", file_row_number AS " + ROW_COLUMN + " FROM read_parquet(")
                    .append(SqlText.literal(files.get(k).toString()))
                    .append(", file_row_number = true)");
        }
        execute("CREATE OR REPLACE VIEW " + SqlText.identifier(view) + " AS " + query);
    }

    @Override
    public void writeParquet(String query, Path target) {
        Path temporary = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            execute("COPY (" + query + ") TO " + SqlText.literal(temporary.toString())
                    + " (FORMAT parquet, COMPRESSION zstd)");
            AtomicFile.move(temporary, target);
        } catch (IOException e) {
            throw AtomicFile.notWritten(target, e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw DuckDbFailure.of("close", e);
        } finally {
            spill.delete();
            forgetShutdown();
        }
    }

    /** Runs a statement on a connection of its own. */
    private void executeApart(String sql) {
        try (Connection own = connection.unwrap(DuckDBConnection.class).duplicate()) {
            execute(own, sql);
        } catch (SQLException e) {
            throw DuckDbFailure.of(sql, e);
        }
    }

    private void execute(Connection on, String sql) {
        try (Statement statement = started(on.createStatement())) {
            try {
                statement.execute(sql);
            } finally {
                running.remove(statement);
            }
        } catch (SQLException e) {
            throw DuckDbFailure.of(sql, e);
        }
    }

    private synchronized DuckDbRowFunction rowFunction() {
        DuckDbRowFunction known = rowFunction;
        if (known == null) {
            try {
                known = DuckDbRowFunction.registerIn(connection.unwrap(DuckDBConnection.class));
            } catch (SQLException e) {
                throw DuckDbFailure.of("register a table function", e);
            }
            rowFunction = known;
        }
        return known;
    }

    private <S extends Statement> S started(S statement) throws SQLException {
        running.add(statement);
        if (stopping) {
            running.remove(statement);
            statement.close();
            throw new SQLException("INTERRUPT Error: interrupted!");
        }
        return statement;
    }

    private void stop() {
        stopping = true;
        cancel();
        spill.delete();
    }

    private void forgetShutdown() {
        try {
            Runtime.getRuntime().removeShutdownHook(onShutdown);
        } catch (IllegalStateException e) {
            // The virtual machine is stopping already; the hook does what close() has just done.
            spill.delete();
        }
    }
}
