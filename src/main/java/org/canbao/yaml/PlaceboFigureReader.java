package org.canbao.yaml;

import java.util.Optional;
import java.util.Set;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;

/** Reads figures of placebo estimates. */
final class PlaceboFigureReader implements FigureKind {
    private static final KeySet KEYS = KeySet.of(
                    "a figure of kind placebo",
                    "kind",
                    "what the figure shows",
                    "spec",
                    "id of the spec whose estimates are shown",
                    "true",
                    "id of the spec with the true estimate")
            .and(ExhibitHead.KEYS);

    @Override
    public String kind() {
        return "placebo";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<FigureSpec> read(ExhibitHead head, Fields fields, Declared declared) {
        Optional<ColumnRef> spec = fields.required(
                "spec", node -> declared.spec(node, Set.of("placebo", "randomization"), "a figure of kind placebo"));
        Optional<ColumnRef> trueSpec =
                fields.optional("true", node -> declared.spec(node, Set.of("ols"), "the true estimate"));
        return fields.failed()
                ? Optional.empty()
                : Optional.of(
                        new FigureSpec.Placebo(head.id(), head.title(), head.notes(), spec.orElseThrow(), trueSpec));
    }
}
