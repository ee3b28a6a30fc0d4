package org.canbao.ingest.binding;

import org.canbao.data.CellText;
import org.canbao.data.ColumnBatch;

/** Identifiers of persons into their hashes; blanks around them do not count. */
final class IdentifierConversion implements CellConversion {
    private final HashKey.Hasher hasher;

    IdentifierConversion(HashKey key) {
        this.hasher = key.hasher();
    }

    @Override
    public Fit put(ColumnBatch raw, int from, ColumnBatch out, int to, int row) {
        String identifier = CellText.value(raw, from, row).strip();
        if (identifier.isEmpty()) {
            return Fit.BLANK;
        }
        out.strings(to)[row] = hasher.hash(identifier);
        return Fit.YES;
    }
}
