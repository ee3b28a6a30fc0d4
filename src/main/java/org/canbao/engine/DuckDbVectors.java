package org.canbao.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.canbao.data.CellText;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/**
 * Copies batches into DuckDB's vectors: the variables in order, then a companion column of missing codes for some of
 * them. Days and microseconds travel as whole numbers, since a vector would want a Java date object for each.
 */
final class DuckDbVectors {
    private final List<Variable> variables;
    private final List<Integer> companions = new ArrayList<>();
    private @Nullable String[] text = new String[0];

    /** For these variables, with a companion for those whose names are in {@code withCompanion}. */
    DuckDbVectors(List<Variable> variables, Set<String> withCompanion) {
        this.variables = variables;
        for (int j = 0; j < variables.size(); j++) {
            if (withCompanion.contains(variables.get(j).name())) {
                companions.add(j);
            }
        }
    }

    /** The type in which a column travels. */
    static DuckDBColumnType transportType(ValueType type) {
        return switch (type) {
            case BOOLEAN -> DuckDBColumnType.BOOLEAN;
            case INT8 -> DuckDBColumnType.TINYINT;
            case INT16 -> DuckDBColumnType.SMALLINT;
            case INT32, DATE -> DuckDBColumnType.INTEGER;
            case INT64, TIMESTAMP -> DuckDBColumnType.BIGINT;
            case FLOAT32 -> DuckDBColumnType.FLOAT;
            case FLOAT64 -> DuckDBColumnType.DOUBLE;
            case STRING -> DuckDBColumnType.VARCHAR;
        };
    }

    /** The select list that makes these columns, in their types, and the companions out of what travelled. */
    String selectList(List<Variable> columns) {
        List<String> items = new ArrayList<>();
        for (Variable column : columns) {
            String name = DuckDbEngine.identifier(column.name());
            items.add(
                    switch (column.type()) {
                        case DATE -> "DATE '1970-01-01' + " + name + " AS " + name;
                        case TIMESTAMP -> "make_timestamp(" + name + ") AS " + name;
                        default -> name + "::" + transportType(column.type()) + " AS " + name;
                    });
        }
        companionNames().forEach(name -> items.add(DuckDbEngine.identifier(name)));
        return String.join(", ", items);
    }

    /** The names of the companion columns, in the order of their variables. */
    List<String> companionNames() {
        return companions.stream()
                .map(j -> variables.get(j).name() + Variable.MISSING_SUFFIX)
                .toList();
    }

    /** Writes all rows of the batch. */
    void write(ColumnBatch batch, DuckDBDataChunkWriter chunk) {
        if (text.length != batch.rows()) {
            text = new String[batch.rows()];
        }
        for (int j = 0; j < variables.size(); j++) {
            writeValues(batch, j, chunk.vector(j));
        }
        for (int k = 0; k < companions.size(); k++) {
            writeCodes(batch, companions.get(k), chunk.vector(variables.size() + (long) k));
        }
    }

    private void writeValues(ColumnBatch batch, int column, DuckDBWritableVector vector) {
        ValueType type = variables.get(column).type();
        if (type == ValueType.STRING) {
            writeStrings(batch, column, vector);
        } else if (type.isIntegral()) {
            writeLongs(batch, column, vector, longSetter(type));
        } else {
            writeDoubles(batch, column, vector, doubleSetter(type));
        }
    }

    private static void writeLongs(ColumnBatch batch, int column, DuckDBWritableVector vector, LongSetter setter) {
        long[] values = batch.longs(column);
        byte[] states = batch.states(column);
        for (int i = 0; i < batch.rows(); i++) {
            if (states[i] == ColumnBatch.PRESENT) {
                setter.set(vector, i, values[i]);
            } else {
                vector.setNull(i);
            }
        }
    }

    private static void writeDoubles(ColumnBatch batch, int column, DuckDBWritableVector vector, DoubleSetter setter) {
        double[] values = batch.doubles(column);
        byte[] states = batch.states(column);
        for (int i = 0; i < batch.rows(); i++) {
            if (states[i] == ColumnBatch.PRESENT) {
                setter.set(vector, i, values[i]);
            } else {
                vector.setNull(i);
            }
        }
    }

    private void writeStrings(ColumnBatch batch, int column, DuckDBWritableVector vector) {
        String[] values = batch.strings(column);
        byte[] states = batch.states(column);
        for (int i = 0; i < batch.rows(); i++) {
            text[i] = states[i] == ColumnBatch.PRESENT ? values[i] : null;
        }
        vector.setStrings(0, text);
    }

    private void writeCodes(ColumnBatch batch, int column, DuckDBWritableVector vector) {
        byte[] states = batch.states(column);
        for (int i = 0; i < batch.rows(); i++) {
            text[i] = states[i] <= ColumnBatch.MISSING ? null : CellText.code(batch, column, i);
        }
        vector.setStrings(0, text);
    }

    @FunctionalInterface
    private interface LongSetter {
        void set(DuckDBWritableVector vector, long row, long value);
    }

    @FunctionalInterface
    private interface DoubleSetter {
        void set(DuckDBWritableVector vector, long row, double value);
    }

    private static LongSetter longSetter(ValueType type) {
        return switch (transportType(type)) {
            case BOOLEAN -> (vector, row, value) -> vector.setBoolean(row, value != 0);
            case TINYINT -> (vector, row, value) -> vector.setByte(row, (byte) value);
            case SMALLINT -> (vector, row, value) -> vector.setShort(row, (short) value);
            case INTEGER -> (vector, row, value) -> vector.setInt(row, (int) value);
            default -> DuckDBWritableVector::setLong;
        };
    }

    private static DoubleSetter doubleSetter(ValueType type) {
        return type == ValueType.FLOAT32
                ? (vector, row, value) -> vector.setFloat(row, (float) value)
                : DuckDBWritableVector::setDouble;
    }
}
