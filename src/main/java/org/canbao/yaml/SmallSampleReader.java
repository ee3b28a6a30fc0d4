package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import org.canbao.diag.Problems;
import org.canbao.spec.SmallSampleSpec;
import org.canbao.spec.SmallSampleSpec.ClusterCount;
import org.canbao.spec.SmallSampleSpec.CountFixedEffects;

/** Reads {@code small_sample}. */
final class SmallSampleReader {
    static final KeySet KEYS = KeySet.of(
            "`small_sample`",
            "profile",
            "the conventions of another program; the other keys change single ones",
            "k_fixef",
            "how absorbed effects count in K",
            "k_adjust",
            "whether to multiply by (n-1)/(n-K)",
            "g_adjust",
            "whether to multiply by G/(G-1)",
            "g_df",
            "which G counts in multi-way clustering");

    static final Choice<SmallSampleSpec> PROFILE = new Choice<>("profile", Map.of("fixest", SmallSampleSpec.FIXEST));
    static final Choice<CountFixedEffects> K_FIXEF = new Choice<>("k_fixef", kFixef());
    static final Choice<ClusterCount> G_DF = new Choice<>("g_df", gDf());

    private SmallSampleReader() {}

    private static Map<String, CountFixedEffects> kFixef() {
        Map<String, CountFixedEffects> choices = new LinkedHashMap<>();
        choices.put("none", CountFixedEffects.NONE);
        choices.put("nonnested", CountFixedEffects.NONNESTED);
        choices.put("full", CountFixedEffects.FULL);
        return choices;
    }

    private static Map<String, ClusterCount> gDf() {
        Map<String, ClusterCount> choices = new LinkedHashMap<>();
        choices.put("min", ClusterCount.MIN);
        choices.put("conventional", ClusterCount.CONVENTIONAL);
        return choices;
    }

    /** The conventions. */
    static SmallSampleSpec read(Located node) {
        Problems problems = new Problems();
        Located.Mapping mapping = Values.mapping(node, "a mapping, for example {k_fixef: full}");
        Fields fields = new Fields(mapping, KEYS, problems, mapping.place());
        SmallSampleSpec base = fields.optional("profile", PROFILE::read).orElse(SmallSampleSpec.FIXEST);
        SmallSampleSpec read = new SmallSampleSpec(
                fields.optional("k_fixef", K_FIXEF::read).orElse(base.fixedEffects()),
                fields.optional("k_adjust", Values::bool).orElse(base.kAdjust()),
                fields.optional("g_adjust", Values::bool).orElse(base.gAdjust()),
                fields.optional("g_df", G_DF::read).orElse(base.clusters()));
        problems.throwIfErrors();
        return read;
    }
}
