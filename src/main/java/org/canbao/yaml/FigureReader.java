package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.canbao.diag.Problems;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.Text;

/** Reads one entry of {@code figures}. */
final class FigureReader {
    static final KeySet EVENT_STUDY_KEYS = KeySet.of(
            "a figure of kind event-study",
            "kind",
            "what the figure shows",
            "title",
            "its title, in one language or {en, zh}",
            "notes",
            "notes under it, in one language or {en, zh}",
            "spec",
            "id of the spec whose estimates are shown");
    static final KeySet PLACEBO_KEYS = new KeySet("a figure", EVENT_STUDY_KEYS.docs())
            .and(KeySet.of("", "true", "id of the spec with the true estimate"));

    static final Choice<KeySet> KIND = new Choice<>("kind", kinds());

    private final Declared declared;
    private final Problems problems;

    FigureReader(Declared declared, Problems problems) {
        this.declared = declared;
        this.problems = problems;
    }

    private static Map<String, KeySet> kinds() {
        Map<String, KeySet> kinds = new LinkedHashMap<>();
        kinds.put("event-study", EVENT_STUDY_KEYS);
        kinds.put("placebo", PLACEBO_KEYS);
        return kinds;
    }

    /** The figure; empty if there was a finding. */
    Optional<FigureSpec> read(Located.Scalar id, Located.Mapping mapping) {
        Optional<KeySet> given = mapping.get("kind").map(KIND::read);
        KeySet keys = given.orElse(PLACEBO_KEYS);
        Fields fields = new Fields(mapping, keys, problems, id.place());
        Optional<KeySet> kind = fields.required("kind", KIND::read);
        if (kind.isEmpty()) {
            return Optional.empty();
        }
        Text title = fields.optional("title", Values::bilingual).orElse(Text.of(id.value()));
        Optional<Text> notes = fields.optional("notes", Values::bilingual);
        String model = keys == EVENT_STUDY_KEYS ? "event-study" : "placebo";
        Optional<ColumnRef> spec =
                fields.required("spec", node -> declared.spec(node, Set.of(model), "a figure of kind " + model));
        if (keys == EVENT_STUDY_KEYS) {
            return fields.failed()
                    ? Optional.empty()
                    : Optional.of(new FigureSpec.EventStudy(id.value(), title, notes, spec.orElseThrow()));
        }
        Optional<ColumnRef> trueSpec =
                fields.optional("true", node -> declared.spec(node, Set.of("ols"), "the true estimate"));
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new FigureSpec.Placebo(id.value(), title, notes, spec.orElseThrow(), trueSpec));
    }
}
