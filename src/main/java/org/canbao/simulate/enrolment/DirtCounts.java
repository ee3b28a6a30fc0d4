package org.canbao.simulate.enrolment;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** How many rows of the extracts are wrong, by what is wrong with them. Not for several threads. */
final class DirtCounts {
    private final Map<Kind, Long> rows = new EnumMap<>(Kind.class);

    /** What is wrong with a row. */
    enum Kind {
        ENROLLED_TWICE,
        CANCELLED,
        ENDED_BEFORE,
        ENROLLED_LATER,
        BIRTH_CONTRADICTS_DOCUMENT,
        REFUNDED
    }

    /** A row more. */
    void add(Kind kind) {
        rows.merge(kind, 1L, Long::sum);
    }

    /** The rows of other extracts too. */
    void add(DirtCounts other) {
        other.rows.forEach((kind, number) -> rows.merge(kind, number, Long::sum));
    }

    /** The counts as YAML. */
    String yaml() {
        return Arrays.stream(Kind.values())
                .map(kind -> kind.name().toLowerCase(Locale.ROOT) + ": " + rows.getOrDefault(kind, 0L))
                .collect(Collectors.joining(", ", "dirt_rows: {", "}\n"));
    }
}
