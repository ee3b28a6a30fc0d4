package org.canbao.yaml;

import java.util.Optional;
import java.util.Set;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.TableSpec;

/** Reads tables of a discontinuity under other choices. */
final class RdRobustnessTableReader implements TableKind {
    private static final String KIND = "rd-robustness";
    private static final KeySet KEYS = KeySet.of(
                    "a table of kind rd-robustness", "spec", "id of the spec whose estimates are shown")
            .and(TableReader.COMMON_KEYS);

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<TableSpec> read(ExhibitHead head, Fields fields, Declared declared) {
        Optional<ColumnRef> spec =
                fields.required("spec", node -> declared.spec(node, Set.of(KIND), "a table of kind " + KIND));
        int digits = TableReader.digits(fields);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(
                        new TableSpec.RdRobustness(head.id(), head.title(), head.notes(), spec.orElseThrow(), digits));
    }
}
