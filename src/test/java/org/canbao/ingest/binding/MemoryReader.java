package org.canbao.ingest.binding;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.ingest.RawDescription;
import org.canbao.ingest.RawReader;
import org.canbao.ingest.Rejects;

/** A raw file in memory: one array of cells per row. Null is an empty cell, a {@link Tag} a missing code. */
final class MemoryReader implements RawReader {
    /** A missing code: {@code .a} to {@code .z}, or a value that the file declares missing. */
    record Tag(Object code) {}

    private final List<Variable> variables;
    private final List<Object[]> rows;
    private int next;

    MemoryReader(List<Variable> variables, Object[]... rows) {
        this.variables = variables;
        this.rows = Arrays.asList(rows);
    }

    /** One column. */
    static MemoryReader ofColumn(Variable variable, Object... cells) {
        return new MemoryReader(
                List.of(variable),
                Arrays.stream(cells).map(c -> new Object[] {c}).toArray(Object[][]::new));
    }

    @Override
    public RawDescription description() {
        return new RawDescription("Memory", "UTF-8", "made up", "", OptionalLong.of(rows.size()), variables);
    }

    @Override
    public boolean next(ColumnBatch batch, Rejects rejects) {
        batch.clear();
        int filled = Math.min(batch.capacity(), rows.size() - next);
        for (int i = 0; i < filled; i++, next++) {
            for (int j = 0; j < variables.size(); j++) {
                put(batch, j, i, rows.get(next)[j]);
            }
        }
        batch.rows(filled);
        return filled > 0;
    }

    private void put(ColumnBatch batch, int column, int row, Object cell) {
        if (cell == null) {
            batch.states(column)[row] = ColumnBatch.MISSING;
        } else if (cell instanceof Tag tag && tag.code() instanceof String letter) {
            batch.states(column)[row] = (byte) letter.charAt(1);
        } else if (cell instanceof Tag tag) {
            put(batch, column, row, tag.code());
            batch.states(column)[row] = ColumnBatch.USER_MISSING;
        } else if (variables.get(column).type() == ValueType.STRING) {
            batch.strings(column)[row] = (String) cell;
        } else if (variables.get(column).type().isIntegral()) {
            batch.longs(column)[row] = ((Number) cell).longValue();
        } else {
            batch.doubles(column)[row] = ((Number) cell).doubleValue();
        }
    }

    @Override
    public void close() {}
}
