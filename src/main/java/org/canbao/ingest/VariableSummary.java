package org.canbao.ingest;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.canbao.data.Variable;

/**
 * One variable of a raw file, in a pass over all rows. No text of any row is kept: texts may identify persons.
 *
 * @param variable what the file says of it
 * @param present cells with a value
 * @param missing cells that are empty
 * @param missingByCode cells by missing code, sorted by code
 * @param range the smallest and the largest value; empty for text and where no cell has a value
 * @param lengths the shortest and the longest text in characters; empty for other types
 * @param distinct how many different values there are, if not more than {@link Inspection#DISTINCT_CAP}
 */
public record VariableSummary(
        Variable variable,
        long present,
        long missing,
        Map<String, Long> missingByCode,
        Optional<Range> range,
        Optional<Lengths> lengths,
        Optional<Integer> distinct) {
    public VariableSummary {
        missingByCode = Collections.unmodifiableMap(new TreeMap<>(missingByCode));
    }

    /**
     * The smallest and the largest value, as text: numbers, or dates in ISO form.
     *
     * @param least the smallest
     * @param greatest the largest
     */
    public record Range(String least, String greatest) {}

    /**
     * The shortest and the longest text.
     *
     * @param shortest its characters
     * @param longest its characters
     */
    public record Lengths(int shortest, int longest) {}

    /** All cells. */
    public long rows() {
        return present + absent();
    }

    /** Cells without a value, for whatever reason. */
    public long absent() {
        return missing
                + missingByCode.values().stream().mapToLong(Long::longValue).sum();
    }

    /** The share of cells without a value; 0 if there are no cells. */
    public double missingShare() {
        return rows() == 0 ? 0 : (double) absent() / rows();
    }
}
