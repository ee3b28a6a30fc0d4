package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Problems;
import org.canbao.spec.PrivacySpec;

/** Reads {@code privacy} of a study or a data schema. That everything is shown needs a reason. */
final class PrivacyReader {
    /** The least count that is shown where files have identifiers of persons. */
    static final int USUAL = 5;

    /** The largest threshold. */
    static final int MOST = 1_000;

    private static final String BELOW = "suppress_below";
    private static final String REASON = "reason";

    static final KeySet STUDY_KEYS = KeySet.of(
            "`privacy`",
            BELOW,
            "the least count of persons that is shown: more than the schemas of the inputs say, or 0 with a reason",
            "zeros",
            "what becomes of counts of zero: shown (nobody is in such a cell) or suppressed; shown by default",
            REASON,
            "why all counts are shown");

    static final KeySet SCHEMA_KEYS = KeySet.of(
            "`privacy`",
            BELOW,
            "the least count of persons that exhibits made from the files may show; 0 for all, with a reason",
            REASON,
            "why all counts are shown");

    static final Choice<Boolean> ZEROS = new Choice<>("zeros", zeros());

    private PrivacyReader() {}

    /** What a study says. */
    static PrivacySpec ofStudy(Located node) {
        Located.Mapping mapping = Values.mapping(node, "a mapping {suppress_below: …}");
        Problems found = new Problems();
        Fields fields = new Fields(mapping, STUDY_KEYS, found, mapping.place());
        Optional<Integer> below = below(fields);
        boolean zeros = fields.optional("zeros", ZEROS::read).orElse(false);
        Optional<String> reason = fields.optional(REASON, Values::text);
        found.throwIfErrors();
        return new PrivacySpec(
                below.map(OptionalInt::of).orElseGet(OptionalInt::empty), zeros, reason, mapping.place());
    }

    /** What a schema says: the least count that is shown. */
    static int ofSchema(Located node) {
        Located.Mapping mapping = Values.mapping(node, "a mapping {suppress_below: …}");
        Problems found = new Problems();
        Fields fields = new Fields(mapping, SCHEMA_KEYS, found, mapping.place());
        Optional<Integer> below = below(fields);
        if (!fields.failed() && below.isEmpty()) {
            fields.required(BELOW, Values::whole);
        }
        found.throwIfErrors();
        return below.orElseThrow();
    }

    private static Optional<Integer> below(Fields fields) {
        Optional<Integer> below = fields.optional(BELOW, node -> Values.wholeBetween(node, 0, MOST));
        boolean off = below.equals(Optional.of(0));
        if (off && !fields.has(REASON)) {
            fields.report(
                    BELOW,
                    Diagnostic.error(YamlCode.CONFLICT, "that all counts are shown needs a `reason`")
                            .hint("`privacy: {suppress_below: 0, reason: …}`: the manifest and the page repeat it"));
        } else if (!off && fields.has(REASON)) {
            fields.report(
                    REASON,
                    Diagnostic.error(YamlCode.CONFLICT, "`reason` says why `suppress_below` is 0, which it is not"));
        }
        return below;
    }

    private static Map<String, Boolean> zeros() {
        Map<String, Boolean> zeros = new LinkedHashMap<>();
        zeros.put("shown", false);
        zeros.put("suppressed", true);
        return zeros;
    }
}
