package org.canbao.yaml;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;

/** Reads figures of estimates by event time. */
final class EventStudyFigureReader implements FigureKind {
    /** The models with estimates by event time. */
    private static final Set<String> MODELS =
            new LinkedHashSet<>(List.of("event-study", "callaway-santanna", "sun-abraham", "imputation"));

    private static final KeySet KEYS = KeySet.of(
                    "a figure of kind event-study",
                    "kind",
                    "what the figure shows",
                    "spec",
                    "id of the spec whose estimates are shown",
                    "specs",
                    "instead of `spec`: ids of several specs, shown side by side")
            .and(ExhibitHead.KEYS);

    @Override
    public String kind() {
        return "event-study";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<FigureSpec> read(ExhibitHead head, Fields fields, Declared declared) {
        Optional<ColumnRef> one = fields.optional("spec", node -> spec(node, declared));
        Optional<List<ColumnRef>> several =
                fields.optional("specs", node -> Values.oneOrMore(node, item -> spec(item, declared)));
        if (!fields.failed() && one.isPresent() == several.isPresent()) {
            fields.report(
                    one.isPresent() ? "specs" : "spec",
                    Diagnostic.error(
                            one.isPresent() ? YamlCode.CONFLICT : YamlCode.MISSING_KEY,
                            "a figure of kind event-study needs one of `spec` and `specs`"));
        }
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new FigureSpec.EventStudy(
                        head.id(), head.title(), head.notes(), several.orElseGet(() -> List.of(one.orElseThrow()))));
    }

    private static ColumnRef spec(Located node, Declared declared) {
        return declared.spec(node, MODELS, "a figure of kind event-study");
    }
}
