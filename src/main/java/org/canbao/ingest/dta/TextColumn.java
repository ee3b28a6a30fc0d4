package org.canbao.ingest.dta;

import org.canbao.data.ColumnBatch;
import org.canbao.ingest.Rejects;

/**
 * Decodes text of fixed width, up to its first zero. The empty text, which is Stata's missing text, is present and
 * empty.
 */
record TextColumn(int column, int offset, int fieldWidth, String name, CellText texts) implements ColumnDecoder {
    @Override
    public void decode(RowBlock block, ColumnBatch batch, int at, Rejects rejects) {
        byte[] bytes = block.bytes();
        String[] values = batch.strings(column);
        for (int i = 0, p = offset; i < block.rows(); i++, p += block.width()) {
            int length = lengthOf(bytes, p, fieldWidth);
            String text = texts.decode(bytes, p, length, length == fieldWidth);
            if (text == null) {
                batch.states(column)[at + i] = ColumnBatch.MISSING;
                rejects.add(block.firstRow() + i, name, RawText.printable(bytes, p, length), texts.expectation());
            }
            values[at + i] = text == null ? "" : text;
        }
    }

    /** Bytes up to the first zero, or the whole width. */
    static int lengthOf(byte[] bytes, int start, int width) {
        int length = 0;
        while (length < width && bytes[start + length] != 0) {
            length++;
        }
        return length;
    }
}
