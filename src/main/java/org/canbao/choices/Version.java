package org.canbao.choices;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.canbao.spec.IndexSpec;
import org.canbao.spec.SqlExpression;

/**
 * A way in which a column comes about.
 *
 * @param column its name in the study
 * @param name its name in the wide sample, that of the column for the first version
 * @param origin where it comes from
 */
record Version(String column, String name, Origin origin) {
    /** Where a column comes from. */
    sealed interface Origin {}

    /**
     * An expression over other columns.
     *
     * @param reads the version of each column that it reads, by the column's name
     */
    record Derived(SqlExpression expression, Map<String, String> reads) implements Origin {}

    /**
     * A column of an input.
     *
     * @param input the input's name in the study
     * @param lag its lag, if not that of the study
     * @param index how the column is computed, if it is an index
     */
    record Read(String input, Optional<OptionalInt> lag, Optional<IndexSpec> index) implements Origin {}
}
