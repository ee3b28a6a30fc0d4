package org.canbao.ingest.spss;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import org.canbao.data.CellText;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.ingest.Rejects;

/** Takes cases apart into the cells of one batch. */
final class CaseCells {
    private static final double SYSTEM_MISSING = -Double.MAX_VALUE;
    private static final int SHOWN = 40;

    private final VarHandle doubles;
    private final SavText text;
    private final ColumnBatch batch;
    private final Rejects rejects;

    CaseCells(ByteOrder order, SavText text, ColumnBatch batch, Rejects rejects) {
        this.doubles = MethodHandles.byteArrayViewVarHandle(double[].class, order);
        this.text = text;
        this.batch = batch;
        this.rejects = rejects;
    }

    /**
     * Puts a case into a row of the batch.
     *
     * @param bytes the case
     * @param number its number in the file, from 1
     */
    void put(byte[] bytes, List<SavVariable> variables, int row, long number) {
        for (int j = 0; j < variables.size(); j++) {
            SavVariable variable = variables.get(j);
            if (variable.isText()) {
                putText(bytes, variable, j, row, number);
            } else {
                putNumber((double) doubles.get(bytes, variable.offset()), variable, j, row, number);
            }
        }
    }

    private void putNumber(double value, SavVariable variable, int column, int row, long number) {
        if (value == SYSTEM_MISSING || Double.isNaN(value)) {
            batch.states(column)[row] = ColumnBatch.MISSING;
            return;
        }
        if (variable.missing().contains(value)) {
            batch.states(column)[row] = ColumnBatch.USER_MISSING;
        }
        if (variable.variable().type() == ValueType.FLOAT64) {
            batch.doubles(column)[row] = value;
        } else {
            putTime(value, variable, column, row, number);
        }
    }

    private void putTime(double value, SavVariable variable, int column, int row, long number) {
        ValueType type = variable.variable().type();
        long time = SavTime.value(type, value);
        batch.longs(column)[row] = time;
        if (time == SavTime.NONE) {
            batch.states(column)[row] = ColumnBatch.MISSING;
            String expected = type == ValueType.DATE ? "a whole number of days" : "a time";
            String reason = "expected " + expected + " in the years 1 to 9999, in seconds since 1582-10-14 (format "
                    + variable.variable().format() + ")";
            rejects.add(number, variable.variable().name(), CellText.number(value), reason);
        }
    }

    private void putText(byte[] bytes, SavVariable variable, int column, int row, long number) {
        byte[] source = variable.isVeryLong() ? joined(bytes, variable) : bytes;
        int offset = variable.isVeryLong() ? 0 : variable.offset();
        String value = text.value(source, offset, variable.width());
        if (value == null) {
            batch.states(column)[row] = ColumnBatch.MISSING;
            String readable = text.label(Arrays.copyOfRange(source, offset, offset + variable.width()));
            String reason = "expected text in " + text.charset().name()
                    + "; if the whole file looks wrong, say its encoding, for example --encoding gb18030";
            rejects.add(number, variable.variable().name(), shown(readable), reason);
            return;
        }
        batch.strings(column)[row] = value;
        if (variable.missing().contains(value)) {
            batch.states(column)[row] = ColumnBatch.USER_MISSING;
        }
    }

    private static String shown(String value) {
        return value.codePointCount(0, value.length()) <= SHOWN
                ? value
                : value.substring(0, value.offsetByCodePoints(0, SHOWN - 1)) + "…";
    }

    /** The text of all segments without the bytes between them. */
    private static byte[] joined(byte[] bytes, SavVariable variable) {
        byte[] joined = new byte[variable.width()];
        int at = variable.offset();
        for (int done = 0; done < joined.length; done += SavVariable.SEGMENT_TEXT) {
            System.arraycopy(bytes, at, joined, done, Math.min(SavVariable.SEGMENT_TEXT, joined.length - done));
            at += SavVariable.SEGMENT;
        }
        return joined;
    }
}
