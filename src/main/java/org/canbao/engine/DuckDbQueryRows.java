package org.canbao.engine;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.duckdb.DuckDBChunkedResult;
import org.duckdb.DuckDBPreparedStatement;
import org.jspecify.annotations.Nullable;

/** A DuckDB result as batches; a chunk may be longer than a batch, or shorter. */
final class DuckDbQueryRows implements QueryRows {
    private final String sql;
    private final List<Variable> variables;
    private final DuckDBPreparedStatement statement;
    private final DuckDBChunkedResult result;
    private final Object[] columns;
    private final boolean[][] nulls;
    private int length;
    private int position;

    /**
     * Starts the query.
     *
     * @param variables its columns; days and instants come as days and microseconds since 1970, booleans as themselves
     */
    DuckDbQueryRows(DuckDBPreparedStatement statement, String sql, List<Variable> variables) throws SQLException {
        this.sql = sql;
        this.variables = List.copyOf(variables);
        this.statement = statement;
        this.result = statement.query();
        this.columns = new Object[variables.size()];
        this.nulls = new boolean[variables.size()][0];
    }

    @Override
    public List<Variable> variables() {
        return variables;
    }

    @Override
    public boolean next(ColumnBatch batch) {
        batch.clear();
        while (position == length) {
            if (!nextChunk()) {
                return false;
            }
        }
        int rows = Math.min(batch.capacity(), length - position);
        for (int j = 0; j < variables.size(); j++) {
            copy(batch, j, rows);
        }
        position += rows;
        batch.rows(rows);
        return true;
    }

    @Override
    public void close() {
        try (statement) {
            result.close();
        } catch (SQLException e) {
            throw DuckDbFailure.of(sql, e);
        }
    }

    private boolean nextChunk() {
        try {
            if (!DuckDbInternals.next(result)) {
                return false;
            }
            DuckDbChunk chunk = new DuckDbChunk(result.chunk());
            length = chunk.rows();
            position = 0;
            for (int j = 0; j < variables.size(); j++) {
                load(chunk, j);
            }
            return true;
        } catch (SQLException e) {
            throw DuckDbFailure.of(sql, e);
        }
    }

    private void load(DuckDbChunk chunk, int column) {
        ValueType type = variables.get(column).type();
        if (nulls[column].length < length) {
            nulls[column] = new boolean[length];
            columns[column] = type == ValueType.STRING
                    ? new String[length]
                    : type.isIntegral() ? new long[length] : new double[length];
        }
        if (columns[column] instanceof long[] longs) {
            chunk.longs(column, longs, nulls[column], 0);
        } else if (columns[column] instanceof double[] doubles) {
            chunk.doubles(column, doubles, 0);
            chunk.nulls(column, nulls[column]);
        } else {
            @Nullable String[] texts = (String[]) columns[column];
            chunk.strings(column, texts, 0);
            chunk.nulls(column, nulls[column]);
        }
    }

    @SuppressWarnings("SuspiciousSystemArraycopy")
    private void copy(ColumnBatch batch, int column, int rows) {
        ValueType type = variables.get(column).type();
        Object target = type == ValueType.STRING
                ? batch.strings(column)
                : type.isIntegral() ? batch.longs(column) : batch.doubles(column);
        System.arraycopy(columns[column], position, target, 0, rows);
        byte[] states = batch.states(column);
        Arrays.fill(states, 0, rows, ColumnBatch.PRESENT);
        for (int i = 0; i < rows; i++) {
            if (nulls[column][position + i]) {
                states[i] = ColumnBatch.MISSING;
            }
        }
    }
}
