package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.SmallSampleSpec;
import org.canbao.spec.VcovSpec;

/** Reads the common part of models whose errors are clustered by unit unless they say otherwise. */
final class UnitCommonReader {
    static final KeySet KEYS = CommonReader.ROW_KEYS.and(KeySet.of(
            "a spec", "cluster", "columns by which errors are clustered; the unit by default (city^year: combined)"));

    private UnitCommonReader() {}

    /** The common part; empty if there was a finding. */
    static Optional<ModelSpec.Common> read(String id, Fields fields, Optional<ColumnRef> unit) {
        ModelSpec.Common rows = CommonReader.rows(id, fields);
        Optional<List<VcovSpec.ClusterTerm>> given =
                fields.optional("cluster", node -> Values.oneOrMore(node, FormulaParser::clusterTerm));
        Optional<List<VcovSpec.ClusterTerm>> by =
                given.or(() -> unit.map(column -> List.of(new VcovSpec.ClusterTerm(List.of(column)))));
        if (by.isEmpty() && !fields.failed()) {
            fields.report(
                    "cluster",
                    Diagnostic.error(YamlCode.MISSING_KEY, "key `cluster` is missing, and there is no `unit`")
                            .hint("errors are clustered by `unit`, or by the columns that `cluster` lists"));
        }
        return by.map(terms -> new ModelSpec.Common(
                id,
                rows.where(),
                rows.weights(),
                new VcovSpec.Clustered(terms),
                SmallSampleSpec.FIXEST,
                false,
                rows.place()));
    }
}
