package org.canbao.ingest;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.canbao.ingest.RejectFile.Reject;

/**
 * Rejects by kind: the same value of the same variable for the same reason is one line, with how many cells have it and
 * where the first stands. What is new after {@link #KINDS} kinds is not told apart any more.
 */
final class RejectTally {
    private static final int KINDS = 1_000;

    private final Map<Kind, Count> counts = new LinkedHashMap<>();

    private record Kind(String column, String value, String reason) {}

    private record Count(Reject first, long cells) {}

    void add(Reject reject) {
        Kind kind = new Kind(reject.column(), reject.value(), reject.reason());
        Count before = counts.get(kind);
        if (before != null) {
            counts.put(kind, new Count(before.first, before.cells + 1));
        } else if (counts.size() < KINDS) {
            counts.put(kind, new Count(reject, 1));
        }
    }

    /** The most frequent kinds, for people. */
    List<String> lines(int most) {
        return counts.values().stream()
                .sorted(Comparator.comparingLong(Count::cells).reversed())
                .limit(most)
                .map(RejectTally::line)
                .toList();
    }

    private static String line(Count count) {
        return count.cells == 1
                ? count.first.shown()
                : String.format(
                        Locale.ROOT,
                        "`%s`: `%s` in %,d cells, first in %s, row %d: %s",
                        count.first.column(),
                        count.first.value(),
                        count.cells,
                        count.first.file(),
                        count.first.row(),
                        count.first.reason());
    }
}
