package org.canbao.engine;

import java.util.Locale;
import org.canbao.data.ValueType;

/** The types of the store in DuckDB's SQL. */
final class DuckDbTypes {
    private DuckDbTypes() {}

    /** The storage type nearest to a SQL type; types that the store does not have are read as text. */
    static ValueType of(String sqlType) {
        String type = sqlType.toUpperCase(Locale.ROOT);
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
