package org.canbao.ingest.dta;

import java.nio.ByteBuffer;
import org.canbao.data.ColumnBatch;
import org.canbao.ingest.Rejects;

/** The decoders of numbers: one loop per type, free of allocation, because nearly all cells of a survey go through. */
final class NumberColumns {
    private NumberColumns() {}

    /** The decoder of a column of numbers; the name is for rejects. */
    static ColumnDecoder of(DtaType.Kind kind, int column, int offset, String name) {
        return switch (kind) {
            case BYTE -> new Bytes(column, offset);
            case INT -> new Ints(column, offset);
            case LONG -> new Longs(column, offset);
            case FLOAT -> new Floats(column, offset, name);
            case DOUBLE -> new Doubles(column, offset, name);
            case TEXT, LONG_TEXT -> throw new IllegalArgumentException(kind + " is no number");
        };
    }

    private record Bytes(int column, int offset) implements ColumnDecoder {
        @Override
        public void decode(RowBlock block, ColumnBatch batch, int at, Rejects rejects) {
            byte[] bytes = block.bytes();
            long[] values = batch.longs(column);
            byte[] states = batch.states(column);
            int width = block.width();
            int end = at + block.rows();
            for (int i = at, p = offset; i < end; i++, p += width) {
                int value = bytes[p];
                if (value < DtaMissing.BYTE) {
                    values[i] = value;
                } else {
                    values[i] = 0;
                    states[i] = DtaMissing.state(value - DtaMissing.BYTE);
                }
            }
        }
    }

    private record Ints(int column, int offset) implements ColumnDecoder {
        @Override
        public void decode(RowBlock block, ColumnBatch batch, int at, Rejects rejects) {
            ByteBuffer buffer = block.buffer();
            long[] values = batch.longs(column);
            byte[] states = batch.states(column);
            int width = block.width();
            int end = at + block.rows();
            for (int i = at, p = offset; i < end; i++, p += width) {
                int value = buffer.getShort(p);
                if (value < DtaMissing.INT) {
                    values[i] = value;
                } else {
                    values[i] = 0;
                    states[i] = DtaMissing.state(value - DtaMissing.INT);
                }
            }
        }
    }

    private record Longs(int column, int offset) implements ColumnDecoder {
        @Override
        public void decode(RowBlock block, ColumnBatch batch, int at, Rejects rejects) {
            ByteBuffer buffer = block.buffer();
            long[] values = batch.longs(column);
            byte[] states = batch.states(column);
            int width = block.width();
            int end = at + block.rows();
            for (int i = at, p = offset; i < end; i++, p += width) {
                int value = buffer.getInt(p);
                if (value < DtaMissing.LONG) {
                    values[i] = value;
                } else {
                    values[i] = 0;
                    states[i] = DtaMissing.state(value - DtaMissing.LONG);
                }
            }
        }
    }

    private record Floats(int column, int offset, String name) implements ColumnDecoder {
        @Override
        public void decode(RowBlock block, ColumnBatch batch, int at, Rejects rejects) {
            ByteBuffer buffer = block.buffer();
            double[] values = batch.doubles(column);
            byte[] states = batch.states(column);
            int width = block.width();
            int end = at + block.rows();
            for (int i = at, p = offset; i < end; i++, p += width) {
                int bits = buffer.getInt(p);
                if ((bits & Integer.MAX_VALUE) < DtaMissing.FLOAT) {
                    values[i] = Float.intBitsToFloat(bits);
                } else {
                    values[i] = 0;
                    int ordinal = DtaMissing.ordinalOfFloat(bits);
                    states[i] = DtaMissing.state(Math.max(0, ordinal));
                    if (ordinal < 0) {
                        rejectNumber(rejects, block.firstRow() + i - at, name, Float.intBitsToFloat(bits));
                    }
                }
            }
        }
    }

    private record Doubles(int column, int offset, String name) implements ColumnDecoder {
        @Override
        public void decode(RowBlock block, ColumnBatch batch, int at, Rejects rejects) {
            ByteBuffer buffer = block.buffer();
            double[] values = batch.doubles(column);
            byte[] states = batch.states(column);
            int width = block.width();
            int end = at + block.rows();
            for (int i = at, p = offset; i < end; i++, p += width) {
                long bits = buffer.getLong(p);
                if ((bits & Long.MAX_VALUE) < DtaMissing.DOUBLE) {
                    values[i] = Double.longBitsToDouble(bits);
                } else {
                    values[i] = 0;
                    int ordinal = DtaMissing.ordinalOfDouble(bits);
                    states[i] = DtaMissing.state(Math.max(0, ordinal));
                    if (ordinal < 0) {
                        rejectNumber(rejects, block.firstRow() + i - at, name, Double.longBitsToDouble(bits));
                    }
                }
            }
        }
    }

    private static void rejectNumber(Rejects rejects, long row, String name, double value) {
        rejects.add(
                row,
                name,
                Double.toString(value),
                "outside of Stata's range and none of its 27 missing values; expected a finite number");
    }
}
