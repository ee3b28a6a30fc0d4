package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.IndexSpec;

/** Reads one entry of {@code indices} of an input. */
final class IndexReader {
    static final KeySet KEYS = KeySet.of(
            "an index",
            "of",
            "the columns whose first principal component it is, each divided by its standard deviation",
            "per",
            "a column, for example year, in each value of which the component is computed anew; all rows together by default",
            "origin",
            "what a score of zero is: the mean of the columns (default), or zero in all of them");

    static final Choice<IndexSpec.Origin> ORIGIN = new Choice<>("origin", origins());

    private IndexReader() {}

    private static Map<String, IndexSpec.Origin> origins() {
        Map<String, IndexSpec.Origin> origins = new LinkedHashMap<>();
        origins.put("mean", IndexSpec.Origin.MEAN);
        origins.put("zero", IndexSpec.Origin.ZERO);
        return origins;
    }

    static IndexSpec read(Located.Entry entry) {
        Located.Mapping mapping = Values.mapping(entry.value(), "an index {of: [column, column]}");
        Problems found = new Problems();
        Fields fields = new Fields(mapping, KEYS, found, entry.key().place());
        Optional<List<ColumnRef>> of =
                fields.required("of", node -> Values.list(node, "a list of columns", Values::column));
        Optional<ColumnRef> per = fields.optional("per", Values::column);
        Optional<IndexSpec.Origin> origin = fields.optional("origin", ORIGIN::read);
        if (of.isPresent() && of.get().size() < 2) {
            fields.report("of", Diagnostic.error(YamlCode.WRONG_KIND, "an index sums up two columns or more"));
        }
        found.throwIfErrors();
        return new IndexSpec(Values.column(entry.key()), of.orElseThrow(), per, origin.orElse(IndexSpec.Origin.MEAN));
    }
}
