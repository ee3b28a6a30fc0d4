package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.VcovSpec;
import org.canbao.spec.WildBootstrapSpec;
import org.canbao.spec.WildBootstrapSpec.PValue;
import org.canbao.spec.WildBootstrapSpec.Type;
import org.canbao.spec.WildBootstrapSpec.Weights;

/** Reads {@code wild_bootstrap}. */
final class WildBootstrapReader {
    static final int MOST_DRAWS = 10_000_000;
    private static final int DEFAULT_DRAWS = 9999;

    static final KeySet KEYS = KeySet.of(
            "`wild_bootstrap`",
            "coefficient",
            "the coefficient that is tested, as it is named in results",
            "null",
            "its value under the null hypothesis; 0 by default",
            "type",
            "whether the draws impose the null hypothesis: restricted (the default) or unrestricted",
            "weights",
            "what multiplies the residuals of a cluster; rademacher by default",
            "draws",
            "how many draws; 9999 by default; rademacher weights are enumerated if there are at most as many",
            "seed",
            "seed of the draws; 1 by default",
            "p_value",
            "share of extreme draws c/n (the default), or plus-one, (c+1)/(n+1)");

    static final Choice<Weights> WEIGHTS = new Choice<>("weights", weights());
    static final Choice<Type> TYPE = new Choice<>("type", types());
    static final Choice<PValue> P_VALUE = new Choice<>("p_value", pValues());

    private WildBootstrapReader() {}

    private static Map<String, Weights> weights() {
        Map<String, Weights> choices = new LinkedHashMap<>();
        choices.put("rademacher", Weights.RADEMACHER);
        choices.put("webb", Weights.WEBB);
        choices.put("mammen", Weights.MAMMEN);
        return choices;
    }

    private static Map<String, Type> types() {
        Map<String, Type> choices = new LinkedHashMap<>();
        choices.put("restricted", Type.RESTRICTED);
        choices.put("unrestricted", Type.UNRESTRICTED);
        return choices;
    }

    private static Map<String, PValue> pValues() {
        Map<String, PValue> choices = new LinkedHashMap<>();
        choices.put("share", PValue.SHARE);
        choices.put("plus-one", PValue.PLUS_ONE);
        return choices;
    }

    /** The test. */
    static WildBootstrapSpec read(Located node) {
        Problems problems = new Problems();
        Located.Mapping mapping = Values.mapping(node, "a mapping, for example {coefficient: did}");
        Fields fields = new Fields(mapping, KEYS, problems, mapping.place());
        String coefficient = fields.required("coefficient", Values::text).orElse("");
        WildBootstrapSpec read = new WildBootstrapSpec(
                coefficient,
                fields.optional("null", Values::number).orElse(0.0),
                fields.optional("type", TYPE::read).orElse(Type.RESTRICTED),
                fields.optional("weights", WEIGHTS::read).orElse(Weights.RADEMACHER),
                fields.optional("draws", draws -> Values.wholeBetween(draws, 1, MOST_DRAWS))
                        .orElse(DEFAULT_DRAWS),
                fields.optional("seed", Values::whole).orElse(1L),
                fields.optional("p_value", P_VALUE::read).orElse(PValue.SHARE),
                mapping.place());
        problems.throwIfErrors();
        return read;
    }

    /** Reports a bootstrap of a model whose covariance has not one way of clusters. */
    static void check(Fields fields, ModelSpec.Ols spec) {
        int ways = spec.common().vcov().clusters().size();
        boolean oneWay = spec.common().vcov() instanceof VcovSpec.Clustered && ways == 1;
        if (spec.wildBootstrap().isPresent() && !oneWay) {
            fields.report(
                    "wild_bootstrap",
                    Diagnostic.error(
                                    YamlCode.CONFLICT,
                                    "a wild bootstrap draws clusters of one way"
                                            + (ways > 1 ? ", and `cluster` lists " + ways : ""))
                            .hint(
                                    "write `vcov: cluster` with one `cluster`, a column or a combination such as city^year"));
        }
    }
}
