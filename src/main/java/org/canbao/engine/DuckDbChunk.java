package org.canbao.engine;

import java.util.Arrays;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkReader;
import org.duckdb.DuckDBReadableVector;
import org.jspecify.annotations.Nullable;

/** A chunk of a DuckDB result. */
final class DuckDbChunk implements SqlEngine.Chunk {
    private final DuckDBDataChunkReader chunk;

    DuckDbChunk(DuckDBDataChunkReader chunk) {
        this.chunk = chunk;
    }

    @Override
    public int rows() {
        return (int) chunk.rowCount();
    }

    @Override
    public void doubles(int column, double[] target, int offset) {
        DuckDBReadableVector vector = chunk.vector(column);
        int rows = rows();
        if (vector.getType() == DuckDBColumnType.DOUBLE) {
            DuckDbInternals.values(vector).asDoubleBuffer().get(target, offset, rows);
        } else if (vector.getType() == DuckDBColumnType.FLOAT) {
            for (int i = 0; i < rows; i++) {
                target[offset + i] = vector.getFloat(i, Float.NaN);
            }
        } else {
            for (int i = 0; i < rows; i++) {
                target[offset + i] = vector.isNull(i) ? Double.NaN : integral(vector, i);
            }
        }
        if (!DuckDbInternals.isComplete(vector)) {
            withoutNulls(target, offset, validity(vector, rows), rows);
        }
    }

    private static void withoutNulls(double[] target, int offset, long[] validity, int rows) {
        for (int i = 0; i < rows; i++) {
            if ((validity[i >> 6] >>> i & 1) == 0) {
                target[offset + i] = Double.NaN;
            }
        }
    }

    @Override
    public void longs(int column, long[] target, boolean[] nulls, int offset) {
        DuckDBReadableVector vector = chunk.vector(column);
        int rows = rows();
        boolean whole = vector.getType() == DuckDBColumnType.BIGINT;
        if (whole) {
            DuckDbInternals.values(vector).asLongBuffer().get(target, offset, rows);
        }
        if (DuckDbInternals.isComplete(vector)) {
            Arrays.fill(nulls, offset, offset + rows, false);
        } else {
            fillNulls(target, nulls, offset, validity(vector, rows), rows);
        }
        for (int i = 0; i < rows && !whole; i++) {
            target[offset + i] = nulls[offset + i] ? 0 : integral(vector, i);
        }
    }

    private static void fillNulls(long[] target, boolean[] nulls, int offset, long[] validity, int rows) {
        for (int i = 0; i < rows; i++) {
            boolean isNull = (validity[i >> 6] >>> i & 1) == 0;
            nulls[offset + i] = isNull;
            if (isNull) {
                target[offset + i] = 0;
            }
        }
    }

    /** A bit per row, set where there is a value. */
    private static long[] validity(DuckDBReadableVector vector, int rows) {
        long[] words = new long[(rows + Long.SIZE - 1) / Long.SIZE];
        DuckDbInternals.validity(vector).asLongBuffer().get(words);
        return words;
    }

    @Override
    public void strings(int column, @Nullable String[] target, int offset) {
        DuckDBReadableVector vector = chunk.vector(column);
        int rows = rows();
        for (int i = 0; i < rows; i++) {
            target[offset + i] = vector.isNull(i) ? null : vector.getString(i);
        }
    }

    /** Which rows of a column are null. */
    void nulls(int column, boolean[] target) {
        DuckDBReadableVector vector = chunk.vector(column);
        for (int i = 0; i < rows(); i++) {
            target[i] = vector.isNull(i);
        }
    }

    private static long integral(DuckDBReadableVector vector, int row) {
        return switch (vector.getType()) {
            case BOOLEAN -> vector.getBoolean(row) ? 1 : 0;
            case TINYINT -> vector.getByte(row);
            case SMALLINT -> vector.getShort(row);
            case INTEGER -> vector.getInt(row);
            case BIGINT -> vector.getLong(row);
            case UTINYINT -> vector.getUint8(row);
            case USMALLINT -> vector.getUint16(row);
            case UINTEGER -> vector.getUint32(row);
            case DATE -> vector.getLocalDate(row).toEpochDay();
            default -> throw new IllegalArgumentException("not a whole number: " + vector.getType());
        };
    }
}
