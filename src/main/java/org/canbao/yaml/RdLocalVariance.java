package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.RdVariance;
import org.canbao.spec.VcovSpec;
import org.canbao.spec.VcovSpec.ClusterTerm;

/**
 * How a spec of {@code rd-local} wants its variance.
 *
 * @param kind the estimator
 * @param cluster the way of clustering, for those that cluster
 * @param neighbours for nearest neighbours, how many at least
 */
record RdLocalVariance(RdVariance kind, Optional<ClusterTerm> cluster, int neighbours) {
    static final int NEIGHBOURS = 3;
    static final int MOST_NEIGHBOURS = 1000;

    static final KeySet KEYS = KeySet.of(
            "spec of model `rd-local`",
            "vcov",
            "nn (nearest neighbours), hc0 to hc3, or, with `cluster`, cr1 (also: cluster), cr2, cr3; if not said, cr1 with"
                    + " `cluster` and nn without",
            "cluster",
            "the column by which errors are clustered (city^year: combined)",
            "nnmatch",
            "for `vcov: nn`, how many nearest neighbours at least; 3 if not said");

    static final Choice<RdVariance> VCOV = new Choice<>("vcov", choices());

    private static Map<String, RdVariance> choices() {
        Map<String, RdVariance> choices = new LinkedHashMap<>();
        for (RdVariance variance : RdVariance.values()) {
            choices.put(variance.id(), variance);
        }
        choices.put("cluster", RdVariance.CR1);
        return choices;
    }

    /** Reads it; findings are collected. */
    static Optional<RdLocalVariance> read(Fields fields) {
        boolean said = fields.has("vcov");
        RdVariance kind = fields.optional("vcov", VCOV::read)
                .orElse(!said && fields.has("cluster") ? RdVariance.CR1 : RdVariance.NN);
        int neighbours = fields.optional("nnmatch", node -> Values.wholeBetween(node, 1, MOST_NEIGHBOURS))
                .orElse(NEIGHBOURS);
        if (kind != RdVariance.NN) {
            refuse(fields, "nnmatch", "`vcov: " + kind.id() + "` has no neighbours", "remove `nnmatch`");
        }
        if (!kind.clustered()) {
            refuse(
                    fields,
                    "cluster",
                    "`cluster` is given, but `vcov: " + kind.id() + "` does not cluster",
                    "write `vcov: cr1`, `cr2` or `cr3`, or remove `cluster`");
            return Optional.of(new RdLocalVariance(kind, Optional.empty(), neighbours));
        }
        return fields.required("cluster", RdLocalVariance::oneWay)
                .map(term -> new RdLocalVariance(kind, Optional.of(term), neighbours));
    }

    /** The covariance as other models say it, which tells what is clustered. */
    VcovSpec vcov() {
        return cluster.<VcovSpec>map(term -> new VcovSpec.Clustered(List.of(term)))
                .orElse(new VcovSpec.Iid());
    }

    private static ClusterTerm oneWay(Located node) {
        List<ClusterTerm> terms = Values.oneOrMore(node, FormulaParser::clusterTerm);
        if (terms.size() > 1) {
            throw Diagnostic.error(YamlCode.CONFLICT, "`rd-local` clusters one way only")
                    .at(node.place())
                    .hint("name one column, or a combination such as city^year")
                    .toException();
        }
        return terms.get(0);
    }

    private static void refuse(Fields fields, String key, String why, String hint) {
        if (fields.says(key)) {
            fields.report(key, Diagnostic.error(YamlCode.CONFLICT, why).hint(hint));
        }
    }
}
