package org.canbao.ingest;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.diag.Problems;
import org.canbao.engine.DuckDbEngine;
import org.canbao.engine.DuckDbSettings;
import org.canbao.engine.QueryRows;
import org.canbao.engine.SqlText;
import org.jspecify.annotations.Nullable;

/**
 * A Parquet file, read by the engine. Whole numbers beyond 64 bits are an error where they occur, decimals become
 * whole numbers if they have no fraction and doubles otherwise, instants lose their zone (they are in UTC), and the
 * hour of the day becomes text. Lists, structures and bytes have no place in the store.
 */
final class ParquetFile implements DirectReader {
    private static final long ENGINE_BYTES = 256L << 20;

    private final DuckDbEngine engine;
    private final String query;
    private final RawDescription description;
    private @Nullable QueryRows rows;

    private ParquetFile(DuckDbEngine engine, String query, RawDescription description) {
        this.engine = engine;
        this.query = query;
        this.description = description;
    }

    /**
     * Opens a file.
     *
     * @throws org.canbao.diag.CanbaoException CB0260 with all columns that cannot be kept; CB0902 if it is damaged
     */
    static ParquetFile open(Path file) {
        Path temporary = Path.of(System.getProperty("java.io.tmpdir"));
        DuckDbEngine engine = DuckDbEngine.open(DuckDbSettings.of(1, temporary).withMemory(ENGINE_BYTES));
        try {
            String relation = "read_parquet(" + SqlText.literal(file.toString()) + ")";
            List<Variable> variables = new ArrayList<>();
            bind(file, engine.sqlTypes(relation), variables);
            long count = engine.count("SELECT count(*) FROM " + relation);
            RawDescription description = new RawDescription(
                    "Parquet", "UTF-8", "the format has no other", "", OptionalLong.of(count), variables);
            return new ParquetFile(engine, query(variables, relation), description);
        } catch (RuntimeException e) {
            engine.close();
            throw e;
        }
    }

    @Override
    public RawDescription description() {
        return description;
    }

    @Override
    public String query() {
        return query;
    }

    @Override
    public boolean next(ColumnBatch batch, Rejects rejects) {
        QueryRows started = rows;
        if (started == null) {
            started = engine.rows(query, description.variables());
            rows = started;
        }
        return started.next(batch);
    }

    @Override
    public void close() {
        if (rows != null) {
            rows.close();
            rows = null;
        }
        engine.close();
    }

    private static void bind(Path file, Map<String, String> types, List<Variable> variables) {
        Problems problems = new Problems();
        types.forEach((name, sqlType) -> {
            Optional<ValueType> type = typeOf(sqlType);
            if (type.isEmpty()) {
                problems.add(Diagnostic.error(
                                StoreCode.UNSUPPORTED_TYPE,
                                "column `" + name + "` is " + sqlType + ", which has no place in the store")
                        .at(Place.of(file.toString()))
                        .hint("drop the column, or spread it into columns of numbers or text"));
            } else {
                variables.add(Variable.of(name, type.get()));
            }
        });
        problems.throwIfErrors();
    }

    private static String query(List<Variable> variables, String relation) {
        return variables.stream()
                .map(ParquetFile::item)
                .collect(Collectors.joining(", ", "SELECT ", " FROM " + relation));
    }

    private static String item(Variable variable) {
        String column = SqlText.identifier(variable.name());
        String value = switch (variable.type()) {
            case DATE -> "(" + column + " - DATE '1970-01-01')::INTEGER";
            case TIMESTAMP -> "epoch_us(" + column + ")::BIGINT";
            case STRING -> column + "::VARCHAR";
            case FLOAT32, FLOAT64 -> column + "::DOUBLE";
            default -> column + "::BIGINT";
        };
        return value + " AS " + column;
    }

    private static Optional<ValueType> typeOf(String sqlType) {
        String type = sqlType.toUpperCase(Locale.ROOT);
        return switch (type) {
            case "BOOLEAN" -> Optional.of(ValueType.BOOLEAN);
            case "TINYINT" -> Optional.of(ValueType.INT8);
            case "SMALLINT", "UTINYINT" -> Optional.of(ValueType.INT16);
            case "INTEGER", "USMALLINT" -> Optional.of(ValueType.INT32);
            case "BIGINT", "UINTEGER", "UBIGINT", "HUGEINT", "UHUGEINT" -> Optional.of(ValueType.INT64);
            case "FLOAT" -> Optional.of(ValueType.FLOAT32);
            case "DOUBLE" -> Optional.of(ValueType.FLOAT64);
            case "VARCHAR", "JSON", "UUID", "TIME", "TIME WITH TIME ZONE" -> Optional.of(ValueType.STRING);
            case "DATE" -> Optional.of(ValueType.DATE);
            case "TIMESTAMP", "TIMESTAMP WITH TIME ZONE", "TIMESTAMP_S", "TIMESTAMP_MS", "TIMESTAMP_NS" ->
                Optional.of(ValueType.TIMESTAMP);
            default -> decimal(type);
        };
    }

    private static Optional<ValueType> decimal(String type) {
        if (type.startsWith("ENUM")) {
            return Optional.of(ValueType.STRING);
        }
        if (!type.startsWith("DECIMAL") || type.endsWith("]")) {
            return Optional.empty();
        }
        return Optional.of(type.endsWith(",0)") ? ValueType.INT64 : ValueType.FLOAT64);
    }
}
