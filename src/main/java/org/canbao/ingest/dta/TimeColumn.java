package org.canbao.ingest.dta;

import java.util.List;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.ingest.Rejects;

/** Decodes numbers that are days or milliseconds since 1960 into dates and timestamps. */
final class TimeColumn implements ColumnDecoder {
    private final int column;
    private final String name;
    private final StataTime time;
    private final ColumnBatch numbers;
    private final ColumnDecoder decoder;

    TimeColumn(int column, DtaSections.Field field, String name, StataTime time, int blockRows) {
        this.column = column;
        this.name = name;
        this.time = time;
        ValueType type = DtaVariables.storage(field.type().kind());
        this.numbers = new ColumnBatch(List.of(Variable.of(name, type)), blockRows);
        this.decoder = NumberColumns.of(field.type().kind(), 0, field.offset(), name);
    }

    @Override
    public void decode(RowBlock block, ColumnBatch batch, int at, Rejects rejects) {
        numbers.clear();
        decoder.decode(block, numbers, 0, rejects);
        boolean integral = numbers.variables().get(0).type().isIntegral();
        long[] values = batch.longs(column);
        byte[] states = batch.states(column);
        byte[] numberStates = numbers.states(0);
        for (int i = 0; i < block.rows(); i++) {
            values[at + i] = 0;
            states[at + i] = numberStates[i];
            if (numberStates[i] == ColumnBatch.PRESENT) {
                double number = integral ? numbers.longs(0)[i] : numbers.doubles(0)[i];
                long epoch = time.toEpoch(number);
                if (epoch == StataTime.NONE) {
                    states[at + i] = ColumnBatch.MISSING;
                    rejects.add(block.firstRow() + i, name, Double.toString(number), time.expectation());
                } else {
                    values[at + i] = epoch;
                }
            }
        }
    }
}
