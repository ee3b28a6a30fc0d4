package org.canbao.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.Profile;
import org.canbao.spec.SmallSampleSpec;
import org.canbao.spec.SmallSampleSpec.ClusterCount;
import org.canbao.spec.SmallSampleSpec.CountFixedEffects;
import org.canbao.spec.SmallSampleSpec.Degrees;
import org.canbao.spec.VcovSpec;

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
            "which G counts in multi-way clustering",
            "k_exact",
            "whether absorbed effects count by the rank of their indicators, not by their levels",
            "t_df",
            "degrees of freedom: clusters (the fewest, less one), fewer (that or n-K), or normal");

    static final Choice<Profile> PROFILE = new Choice<>("profile", profiles());
    static final Choice<CountFixedEffects> K_FIXEF = new Choice<>("k_fixef", kFixef());
    static final Choice<ClusterCount> G_DF = new Choice<>("g_df", gDf());
    static final Choice<Degrees> T_DF = new Choice<>("t_df", tDf());

    private SmallSampleReader() {}

    private static Map<String, Profile> profiles() {
        Map<String, Profile> choices = new LinkedHashMap<>();
        for (Profile profile : Profile.values()) {
            choices.put(profile.id(), profile);
        }
        return choices;
    }

    private static Map<String, CountFixedEffects> kFixef() {
        Map<String, CountFixedEffects> choices = new LinkedHashMap<>();
        choices.put("none", CountFixedEffects.NONE);
        choices.put("nonnested", CountFixedEffects.NONNESTED);
        choices.put("full", CountFixedEffects.FULL);
        choices.put("reghdfe", CountFixedEffects.REGHDFE);
        return choices;
    }

    private static Map<String, ClusterCount> gDf() {
        Map<String, ClusterCount> choices = new LinkedHashMap<>();
        choices.put("min", ClusterCount.MIN);
        choices.put("conventional", ClusterCount.CONVENTIONAL);
        return choices;
    }

    private static Map<String, Degrees> tDf() {
        Map<String, Degrees> choices = new LinkedHashMap<>();
        choices.put("clusters", Degrees.CLUSTERS);
        choices.put("fewer", Degrees.FEWER);
        choices.put("normal", Degrees.NORMAL);
        return choices;
    }

    /** Reports a program that does not compute the covariance. */
    static void check(Fields fields, SmallSampleSpec spec, VcovSpec vcov) {
        Profile profile = spec.profile();
        if (vcov instanceof VcovSpec.ClusterRobust || profile.offers(vcov)) {
            return;
        }
        List<String> others = Arrays.stream(Profile.values())
                .filter(other -> other.offers(vcov))
                .map(Profile::id)
                .toList();
        fields.report(
                "small_sample",
                Diagnostic.error(
                                YamlCode.CONFLICT,
                                "`profile: " + profile.id() + "` has no convention for this `vcov`"
                                        + (vcov.clusters().size() > 1 ? " with several ways of clustering" : ""))
                        .hint("profiles that have one: " + String.join(", ", others)));
    }

    /** The conventions. */
    static SmallSampleSpec read(Located node) {
        Problems problems = new Problems();
        Located.Mapping mapping = Values.mapping(node, "a mapping, for example {k_fixef: full}");
        Fields fields = new Fields(mapping, KEYS, problems, mapping.place());
        Profile profile = fields.optional("profile", PROFILE::read).orElse(Profile.FIXEST);
        SmallSampleSpec base = profile.conventions();
        SmallSampleSpec read = new SmallSampleSpec(
                profile,
                fields.optional("k_fixef", K_FIXEF::read).orElse(base.fixedEffects()),
                fields.optional("k_exact", Values::bool).orElse(base.exact()),
                fields.optional("k_adjust", Values::bool).orElse(base.kAdjust()),
                fields.optional("g_adjust", Values::bool).orElse(base.gAdjust()),
                fields.optional("g_df", G_DF::read).orElse(base.clusters()),
                fields.optional("t_df", T_DF::read).orElse(base.degrees()));
        problems.throwIfErrors();
        return read;
    }
}
