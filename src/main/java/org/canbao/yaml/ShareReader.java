package org.canbao.yaml;

import java.util.Optional;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ShareSpec;

/** Reads a proportion with its base. */
final class ShareReader {
    static final KeySet KEYS = KeySet.of(
            "a share",
            "share",
            "the indicator (true or 1) whose rows are counted",
            "of",
            "the indicator of the rows that are the base; all rows by default");

    private ShareReader() {}

    /** The proportion; throws every finding. */
    static ShareSpec read(Located.Scalar id, Located.Mapping mapping) {
        Problems problems = new Problems();
        Fields fields = new Fields(mapping, KEYS, problems, id.place());
        Optional<ColumnRef> share = fields.required("share", Values::column);
        Optional<ColumnRef> of = fields.optional("of", Values::column);
        problems.throwIfErrors();
        return new ShareSpec(id.value(), share.orElseThrow(), of);
    }
}
