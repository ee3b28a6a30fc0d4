package org.canbao.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.files.AtomicFile;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/** DuckDB inside the process. */
public final class DuckDbEngine implements SqlEngine {
    private final Connection connection;

    private DuckDbEngine(Connection connection) {
        this.connection = connection;
    }

    /**
     * Opens an engine in memory.
     *
     * @param threads how many threads it may use
     * @param temporary where it may spill; created when needed
     */
    public static DuckDbEngine open(int threads, Path temporary) {
        try {
            DuckDbEngine engine = new DuckDbEngine(DriverManager.getConnection("jdbc:duckdb:"));
            engine.execute("SET autoinstall_known_extensions = false");
            engine.execute("SET autoload_known_extensions = false");
            engine.execute("SET threads = " + threads);
            engine.execute("SET temp_directory = " + literal(temporary.toString()));
            engine.execute("SET preserve_insertion_order = true");
            return engine;
        } catch (SQLException e) {
            throw Diagnostic.error(EngineCode.NOT_STARTED, "the embedded engine did not start: " + e.getMessage())
                    .toException();
        }
    }

    /** A SQL string literal. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }

    /** A quoted SQL identifier. */
    public static String identifier(String name) {
        return "\"" + name.replace("\"", "\"\"") + "\"";
    }

    /** The connection, for what is specific to DuckDB (table functions). */
    public Connection connection() {
        return connection;
    }

    @Override
    public void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    @Override
    public List<Variable> columns(String relation) {
        List<Variable> columns = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("DESCRIBE SELECT * FROM " + relation)) {
            while (rows.next()) {
                columns.add(Variable.of(rows.getString(1), typeOf(rows.getString(2))));
            }
        } catch (SQLException e) {
            throw failed(relation, e);
        }
        return columns;
    }

    @Override
    public long count(String sql) {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw failed(sql, e);
        }
    }

    @Override
    public void query(String sql, ChunkVisitor visitor) {
        try (DuckDBPreparedStatement statement =
                        connection.prepareStatement(sql).unwrap(DuckDBPreparedStatement.class);
                DuckDBChunkedResult result = statement.query()) {
            while (result.nextChunk()) {
                visitor.visit(new DuckDbChunk(result.chunk()));
            }
        } catch (SQLException e) {
            throw failed(sql, e);
        }
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
            throw failed("close", e);
        }
    }

    private static RuntimeException failed(String sql, SQLException e) {
        String message = String.valueOf(e.getMessage());
        EngineCode code = message.contains("Out of Memory") ? EngineCode.OUT_OF_MEMORY : EngineCode.QUERY_FAILED;
        return new org.canbao.diag.CanbaoException(
                List.of(Diagnostic.error(
                                code,
                                "the engine refused a query: "
                                        + message.lines().findFirst().orElse(""))
                        .hint("query: " + (sql.length() > 300 ? sql.substring(0, 300) + "…" : sql))),
                e);
    }

    private static ValueType typeOf(@Nullable String sqlType) {
        String type = String.valueOf(sqlType).toUpperCase(Locale.ROOT);
        return switch (type) {
            case "BOOLEAN" -> ValueType.BOOLEAN;
            case "TINYINT" -> ValueType.INT8;
            case "SMALLINT", "UTINYINT" -> ValueType.INT16;
            case "INTEGER", "USMALLINT" -> ValueType.INT32;
            case "BIGINT", "UINTEGER" -> ValueType.INT64;
            case "FLOAT" -> ValueType.FLOAT32;
            case "DOUBLE", "UBIGINT", "HUGEINT", "UHUGEINT" -> ValueType.FLOAT64;
            case "DATE" -> ValueType.DATE;
            case "TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
                ValueType.TIMESTAMP;
            default -> type.startsWith("DECIMAL") ? ValueType.FLOAT64 : ValueType.STRING;
        };
    }
}
