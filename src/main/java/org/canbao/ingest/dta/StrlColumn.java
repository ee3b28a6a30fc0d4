package org.canbao.ingest.dta;

import java.util.HashMap;
import java.util.Map;
import org.canbao.data.ColumnBatch;
import org.canbao.ingest.Rejects;
import org.jspecify.annotations.Nullable;

/** Decodes references to long strings. Those that several rows of a block share are read once. */
record StrlColumn(int column, int offset, String name, Strls strls, CellText texts) implements ColumnDecoder {
    @Override
    public void decode(RowBlock block, ColumnBatch batch, int at, Rejects rejects) {
        Map<Long, String> shared = new HashMap<>();
        String[] values = batch.strings(column);
        for (int i = 0, p = offset; i < block.rows(); i++, p += block.width()) {
            long reference = block.buffer().getLong(p);
            String text = reference == 0 ? "" : shared.get(reference);
            if (text == null) {
                text = resolve(reference, block.firstRow() + i, rejects);
                if (text == null) {
                    text = "";
                    batch.states(column)[at + i] = ColumnBatch.MISSING;
                } else {
                    shared.put(reference, text);
                }
            }
            values[at + i] = text;
        }
    }

    private @Nullable String resolve(long reference, long row, Rejects rejects) {
        long found = strls.find(reference);
        if (found < 0) {
            rejects.add(row, name, strls.describe(reference), "the file has no such long string");
            return null;
        }
        byte[] bytes = strls.bytes(found, Integer.MAX_VALUE);
        boolean binary = TextColumn.lengthOf(bytes, 0, bytes.length) < bytes.length;
        String text = binary ? null : texts.decode(bytes, 0, bytes.length, false);
        if (text == null) {
            String reason = binary ? "binary content, where text was expected" : texts.expectation();
            rejects.add(row, name, RawText.printable(bytes, 0, bytes.length), reason);
        }
        return text;
    }
}
