package org.canbao.audit.rule;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.published.Interval;
import org.canbao.published.Printed;
import org.canbao.published.PublishedRow;
import org.canbao.spec.audit.SeriesSpec;

/**
 * The printed numbers of a series, in the order of their table.
 *
 * @param spec what was asked for
 * @param rows the rows selected
 * @param numbers the numbers by what tells them apart; one with an empty label if there is only one
 */
public record Series(SeriesSpec spec, List<PublishedRow> rows, Map<String, Printed> numbers) {
    public Series {
        rows = List.copyOf(rows);
        numbers = Collections.unmodifiableMap(new LinkedHashMap<>(numbers));
    }

    /** The name. */
    public String name() {
        return spec.name();
    }

    /** Whether it is a single number, which stands beside every number of others. */
    boolean isSingle() {
        return numbers.size() == 1;
    }

    /** The number at a label; a single number is at every label. */
    Optional<Printed> at(String label) {
        return isSingle() ? numbers.values().stream().findFirst() : Optional.ofNullable(numbers.get(label));
    }

    /** What the number at a label may have been before rounding. */
    Interval intervalAt(String label) {
        return at(label).orElseThrow().interval();
    }
}
