package org.canbao.yaml;

import java.util.Optional;
import java.util.Set;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.FigureSpec;
import org.canbao.spec.Text;

/**
 * Reads figures that show one fit of a model of their own name.
 *
 * @param kind the value of {@code kind:}, and of {@code model:} of the spec
 * @param maker makes the figure
 */
record FitFigureReader(String kind, Maker maker) implements FigureKind {
    /** Makes a figure. */
    @FunctionalInterface
    interface Maker {
        FigureSpec make(String id, Text title, Optional<Text> notes, ColumnRef spec);
    }

    @Override
    public KeySet keys() {
        return KeySet.of(
                        "a figure of kind " + kind,
                        "kind",
                        "what the figure shows",
                        "spec",
                        "id of the spec whose estimates are shown")
                .and(ExhibitHead.KEYS);
    }

    @Override
    public Optional<FigureSpec> read(ExhibitHead head, Fields fields, Declared declared) {
        Optional<ColumnRef> spec =
                fields.required("spec", node -> declared.spec(node, Set.of(kind), "a figure of kind " + kind));
        return fields.failed()
                ? Optional.empty()
                : Optional.of(maker.make(head.id(), head.title(), head.notes(), spec.orElseThrow()));
    }
}
