package org.canbao.spec.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Place;

/**
 * Printed numbers under a name: those of the rows that have the given values in the given columns.
 *
 * @param name how checks call it
 * @param study another study whose numbers these are; empty for the own
 * @param where the values that a row may have, by column
 * @param value the column with the number
 * @param by the columns that tell the rows apart; empty for those of {@code column, panel, row} that differ
 * @param distinct for {@link Take#COUNT}: the column whose different values are counted; empty for rows
 * @param take what is made of all numbers together; empty if they stay apart
 * @param weight for {@link Take#MEAN}: the column with the weights; empty for equal weights
 * @param exact whether the numbers are facts rather than rounded; by default what the statistic is
 * @param place where it is declared
 */
public record SeriesSpec(
        String name,
        Optional<String> study,
        Map<String, List<String>> where,
        String value,
        List<String> by,
        Optional<String> distinct,
        Optional<Take> take,
        Optional<String> weight,
        boolean exact,
        Place place) {
    public SeriesSpec {
        where = Collections.unmodifiableMap(new LinkedHashMap<>(where));
        by = List.copyOf(by);
    }

    /** What is made of several numbers. */
    public enum Take {
        /** Their sum. */
        SUM,
        /** Their mean. */
        MEAN,
        /** The least. */
        LEAST,
        /** The greatest. */
        GREATEST,
        /** How many they are; the rows need no number. */
        COUNT
    }
}
