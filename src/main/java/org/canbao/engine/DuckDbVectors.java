package org.canbao.engine;

import java.nio.ByteBuffer;
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
 * them. Days and microseconds travel as whole numbers and get their types in SQL.
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

    /** The item of a select list that makes a column, in its type, out of what travelled. */
    static String fromTransport(Variable column) {
        String name = SqlText.identifier(column.name());
        String value = switch (column.type()) {
            case DATE -> "DATE '1970-01-01' + " + name;
            case TIMESTAMP -> "make_timestamp(" + name + ")";
            default -> name + "::" + transportType(column.type());
        };
        return value + " AS " + name;
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
            return;
        }
        if (type.isIntegral()) {
            putLongs(type, batch.longs(column), batch.rows(), DuckDbInternals.values(vector));
        } else {
            putDoubles(type, batch.doubles(column), batch.rows(), DuckDbInternals.values(vector));
        }
        putValidity(batch.states(column), batch.rows(), DuckDbInternals.validity(vector));
    }

    private static void putLongs(ValueType type, long[] values, int rows, ByteBuffer memory) {
        switch (transportType(type)) {
            case BOOLEAN -> {
                for (int i = 0; i < rows; i++) {
                    memory.put((byte) (values[i] == 0 ? 0 : 1));
                }
            }
            case TINYINT -> {
                for (int i = 0; i < rows; i++) {
                    memory.put((byte) values[i]);
                }
            }
            case SMALLINT -> {
                for (int i = 0; i < rows; i++) {
                    memory.putShort((short) values[i]);
                }
            }
            case INTEGER -> {
                for (int i = 0; i < rows; i++) {
                    memory.putInt((int) values[i]);
                }
            }
            default -> memory.asLongBuffer().put(values, 0, rows);
        }
    }

    private static void putDoubles(ValueType type, double[] values, int rows, ByteBuffer memory) {
        if (type == ValueType.FLOAT64) {
            memory.asDoubleBuffer().put(values, 0, rows);
            return;
        }
        for (int i = 0; i < rows; i++) {
            memory.putFloat((float) values[i]);
        }
    }

    private static void putValidity(byte[] states, int rows, ByteBuffer validity) {
        for (int from = 0; from < rows; from += Long.SIZE) {
            long word = 0;
            for (int i = from; i < Math.min(rows, from + Long.SIZE); i++) {
                if (states[i] == ColumnBatch.PRESENT) {
                    word |= 1L << (i - from);
                }
            }
            validity.putLong(word);
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
}
