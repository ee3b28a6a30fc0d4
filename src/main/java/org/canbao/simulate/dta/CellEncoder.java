package org.canbao.simulate.dta;

import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import java.util.Arrays;
import org.canbao.data.ColumnBatch;
import org.canbao.data.ValueType;
import org.canbao.ingest.dta.DtaMissing;
import org.canbao.ingest.dta.DtaRelease;
import org.canbao.ingest.dta.StataTime;

/** Puts the cells of one column into rows. */
record CellEncoder(DtaColumn column, int index, DtaRelease release, Charset charset) {
    private static final int LEAST_BYTE = -127;
    private static final int LEAST_INT = -32_767;
    private static final int LEAST_LONG = -2_147_483_647;
    private static final long EXACT_IN_DOUBLE = 1L << 53;

    /**
     * Puts the cells of some rows.
     *
     * @throws IllegalArgumentException if a number is beyond what its type holds in Stata
     */
    void put(ColumnBatch batch, int from, int to, ByteBuffer rows, int rowWidth) {
        for (int i = from, p = column.offset(); i < to; i++, p += rowWidth) {
            if (column.variable().type() == ValueType.STRING) {
                putText(batch.states(index)[i] == ColumnBatch.MISSING ? "" : batch.strings(index)[i], rows, p);
            } else if (isMissing(batch.states(index)[i])) {
                putMissing(DtaMissing.ordinal(batch.states(index)[i]), rows, p);
            } else {
                putNumber(batch, i, rows, p);
            }
        }
    }

    private static boolean isMissing(byte state) {
        return state != ColumnBatch.PRESENT && state != ColumnBatch.USER_MISSING;
    }

    /** Text is cut at the width in bytes; before UTF-8 in the middle of a character if need be, as old software does. */
    private void putText(String text, ByteBuffer rows, int p) {
        int width = column.type().width();
        byte[] bytes = release.unicode() ? DtaBytes.cut(text, width, charset) : text.getBytes(charset);
        rows.put(p, Arrays.copyOf(bytes, width));
    }

    private void putMissing(int ordinal, ByteBuffer rows, int p) {
        switch (column.type().kind()) {
            case BYTE -> rows.put(p, (byte) (DtaMissing.BYTE + ordinal));
            case INT -> rows.putShort(p, (short) (DtaMissing.INT + ordinal));
            case LONG -> rows.putInt(p, DtaMissing.LONG + ordinal);
            case FLOAT -> rows.putInt(p, DtaMissing.FLOAT + ordinal * DtaMissing.FLOAT_STEP);
            case DOUBLE -> rows.putLong(p, DtaMissing.DOUBLE + ordinal * DtaMissing.DOUBLE_STEP);
            case TEXT, LONG_TEXT -> throw new IllegalStateException(column.toString());
        }
    }

    private void putNumber(ColumnBatch batch, int i, ByteBuffer rows, int p) {
        switch (column.type().kind()) {
            case BYTE -> rows.put(p, (byte) whole(batch, i, LEAST_BYTE, DtaMissing.BYTE - 1));
            case INT -> rows.putShort(p, (short) whole(batch, i, LEAST_INT, DtaMissing.INT - 1));
            case LONG -> rows.putInt(p, (int) whole(batch, i, LEAST_LONG, DtaMissing.LONG - 1));
            case FLOAT -> {
                int bits = Float.floatToRawIntBits((float) batch.doubles(index)[i]);
                check((bits & Integer.MAX_VALUE) < DtaMissing.FLOAT, batch.doubles(index)[i]);
                rows.putInt(p, bits);
            }
            case DOUBLE -> {
                double value = wide(batch, i);
                long bits = Double.doubleToRawLongBits(value);
                check((bits & Long.MAX_VALUE) < DtaMissing.DOUBLE, value);
                rows.putLong(p, bits);
            }
            case TEXT, LONG_TEXT -> throw new IllegalStateException(column.toString());
        }
    }

    private long whole(ColumnBatch batch, int i, long least, long most) {
        long value = batch.longs(index)[i] + (column.variable().type() == ValueType.DATE ? StataTime.ORIGIN_DAYS : 0);
        check(value >= least && value <= most, value);
        return value;
    }

    private double wide(ColumnBatch batch, int i) {
        return switch (column.variable().type()) {
            case INT64 -> {
                long value = batch.longs(index)[i];
                check(Math.abs(value) <= EXACT_IN_DOUBLE, value);
                yield value;
            }
            case TIMESTAMP -> {
                long micros = batch.longs(index)[i] + StataTime.ORIGIN_MICROS;
                yield Math.floorDiv(micros, 1000) + Math.floorMod(micros, 1000) / 1000.0;
            }
            default -> batch.doubles(index)[i];
        };
    }

    private void check(boolean fits, Number value) {
        if (!fits) {
            throw new IllegalArgumentException("`" + column.variable().name() + "` cannot hold " + value
                    + " as Stata's " + column.type().kind());
        }
    }
}
