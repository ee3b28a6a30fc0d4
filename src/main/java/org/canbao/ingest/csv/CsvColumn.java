package org.canbao.ingest.csv;

import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;

/**
 * One column: texts into typed cells.
 *
 * @param variable its name and type
 * @param position its place in the row and in the batch, from 0
 * @param missing what means that there is no value
 */
record CsvColumn(Variable variable, int position, MissingTokens missing) {

    /** Puts a cell into the batch; whether it fitted. A cell that does not fit becomes missing. */
    boolean put(String raw, ColumnBatch batch, int row) {
        boolean text = variable.type() == ValueType.STRING;
        String cell = text ? raw : Cells.strip(raw);
        boolean empty = text ? missing.inText(cell) : missing.outsideText(cell);
        boolean fits = empty || store(cell, batch, row);
        if (empty || !fits) {
            batch.states(position)[row] = ColumnBatch.MISSING;
        }
        return fits;
    }

    private boolean store(String cell, ColumnBatch batch, int row) {
        return switch (variable.type()) {
            case STRING -> storeText(cell, batch, row);
            case FLOAT64 -> storeDouble(DecimalNumber.parse(cell), batch, row);
            case FLOAT32 -> storeDouble(single(cell), batch, row);
            case INT64 -> storeLong(WholeNumber.parse(cell), Long.MAX_VALUE, batch, row);
            case INT32 -> storeLong(WholeNumber.parse(cell), Integer.MAX_VALUE, batch, row);
            case INT16 -> storeLong(WholeNumber.parse(cell), Short.MAX_VALUE, batch, row);
            case INT8 -> storeLong(WholeNumber.parse(cell), Byte.MAX_VALUE, batch, row);
            case BOOLEAN -> storeBoolean(cell, batch, row);
            case DATE -> storeTime(IsoTime.days(cell), batch, row);
            case TIMESTAMP -> storeTime(IsoTime.micros(cell), batch, row);
        };
    }

    /** Why a cell did not fit, what was expected, and how to keep it. */
    String reason() {
        String expected = switch (variable.type()) {
            case STRING -> "text";
            case FLOAT64, FLOAT32 -> "a number like -12.5 or 1e-3";
            case INT64 -> "a whole number of at most 64 bits";
            case INT32 -> "a whole number of at most 32 bits";
            case INT16 -> "a whole number of at most 16 bits";
            case INT8 -> "a whole number of at most 8 bits";
            case BOOLEAN -> "true or false";
            case DATE -> "a date like 2017-05-31";
            case TIMESTAMP -> "a time like 2017-05-31T23:59:59";
        };
        return "expected " + expected + "; to keep the column as text: --type " + variable.name() + "=string";
    }

    private boolean storeText(String cell, ColumnBatch batch, int row) {
        batch.strings(position)[row] = cell;
        return true;
    }

    private boolean storeDouble(double value, ColumnBatch batch, int row) {
        batch.doubles(position)[row] = value;
        return !Double.isNaN(value);
    }

    /** The nearest float, found from the text itself: going through the nearest double would round twice. */
    private static double single(String cell) {
        if (Double.isNaN(DecimalNumber.parse(cell))) {
            return Double.NaN;
        }
        float value = Float.parseFloat(cell);
        return Float.isInfinite(value) ? Double.NaN : value;
    }

    private boolean storeLong(long value, long largest, ColumnBatch batch, int row) {
        batch.longs(position)[row] = value;
        return value != WholeNumber.NONE && value <= largest && value >= -largest - 1;
    }

    private boolean storeBoolean(String cell, ColumnBatch batch, int row) {
        batch.longs(position)[row] = "true".equalsIgnoreCase(cell) ? 1 : 0;
        return Cells.isBoolean(cell);
    }

    private boolean storeTime(long value, ColumnBatch batch, int row) {
        batch.longs(position)[row] = value;
        return value != IsoTime.NONE;
    }
}
