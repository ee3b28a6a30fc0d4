package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ShareSpec;
import org.canbao.spec.TableSpec;

/** Reads tables of proportions. */
final class ShareTableReader implements TableKind {
    private static final KeySet KEYS = KeySet.of(
                    "a table of shares",
                    "shares",
                    "the shares by id, each {share, of}",
                    "rows",
                    "column: one row per level",
                    "by",
                    "column: one block of columns per level",
                    "weights",
                    "column of weights")
            .and(ExhibitHead.SAMPLE)
            .and(TableReader.COMMON_KEYS);

    @Override
    public String kind() {
        return "share";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<TableSpec> read(ExhibitHead head, Fields fields, Declared declared) {
        Optional<List<ShareSpec>> shares = fields.required("shares", ShareTableReader::shares);
        Optional<ColumnRef> rows = fields.optional("rows", Values::column);
        Optional<ColumnRef> by = fields.optional("by", Values::column);
        Optional<ColumnRef> weights = fields.optional("weights", Values::column);
        int digits = TableReader.digits(fields);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new TableSpec.Share(
                        head.id(), head.title(), head.notes(), shares.orElseThrow(), rows, by, weights, digits));
    }

    /** The proportions, at least one. */
    static List<ShareSpec> shares(Located node) {
        Problems problems = new Problems();
        List<ShareSpec> shares = List.copyOf(Entries.read(
                        node,
                        "{share: …, of: …}",
                        problems,
                        (id, mapping) -> Optional.of(ShareReader.read(id, mapping)))
                .values());
        problems.throwIfErrors();
        if (shares.isEmpty()) {
            throw Values.wrongKind(node, "at least one share");
        }
        return shares;
    }
}
