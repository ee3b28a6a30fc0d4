package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Problems;
import org.canbao.spec.TableSpec;

/** Reads one entry of {@code tables}. */
final class TableReader {
    private static final int DEFAULT_DIGITS = 3;
    private static final int MOST_DIGITS = 12;

    /** The keys of all kinds. */
    static final KeySet COMMON_KEYS = KeySet.of(
                    "a table",
                    "kind",
                    "what the table shows; regression by default",
                    "digits",
                    "decimals; 3 by default")
            .and(ExhibitHead.KEYS);

    /** One reader per kind, in the order in which they are listed; the first is the default. */
    static final List<TableKind> ALL = List.of(
            new RegressionTableReader(), //
            new RdRobustnessTableReader(),
            new ShareTableReader(),
            new SummaryTableReader(),
            new ListingReader(),
            new TypologyReader());

    static final Choice<TableKind> KIND = new Choice<>("kind", kinds());

    private final Declared declared;
    private final Problems problems;

    TableReader(Declared declared, Problems problems) {
        this.declared = declared;
        this.problems = problems;
    }

    private static Map<String, TableKind> kinds() {
        Map<String, TableKind> kinds = new LinkedHashMap<>();
        ALL.forEach(kind -> kinds.put(kind.kind(), kind));
        return kinds;
    }

    /** The table; empty if there was a finding. */
    Optional<TableSpec> read(Located.Scalar id, Located.Mapping mapping) {
        TableKind kind = mapping.get("kind").map(KIND::read).orElse(ALL.get(0));
        Fields fields = new Fields(mapping, kind.keys(), problems, id.place());
        return kind.read(ExhibitHead.read(id.value(), fields), fields, declared);
    }

    /** The decimals of a table. */
    static int digits(Fields fields) {
        return fields.optional("digits", TableReader::decimals).orElse(DEFAULT_DIGITS);
    }

    /** A number of decimals. */
    static int decimals(Located node) {
        return Values.wholeBetween(node, 0, MOST_DIGITS);
    }
}
