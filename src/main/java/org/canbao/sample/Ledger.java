package org.canbao.sample;

import java.util.List;
import org.canbao.spec.Text;

/**
 * The attrition ledger: how the rows of the input became the rows of the sample.
 *
 * @param study the study
 * @param steps inputs, joins and filters, in order
 * @param rows rows of the sample
 */
public record Ledger(String study, List<Step> steps, long rows) {
    public Ledger {
        steps = List.copyOf(steps);
    }

    /**
     * One step.
     *
     * @param kind what it is
     * @param id the input, the joined input or the filter
     * @param label in words
     * @param before rows before
     * @param after rows after
     * @param missing of the rows dropped by a filter, those where the condition was neither true nor false; of a join,
     *     the rows without a match; of cells, the rows in none of them
     * @param unused of a join, rows of the joined input that matched nothing; of cells, those without a row
     */
    public record Step(Kind kind, String id, Text label, long before, long after, long missing, long unused) {
        /** Rows dropped. */
        public long dropped() {
            return before - after;
        }
    }

    /** What a step is. */
    public enum Kind {
        /** Rows read. */
        INPUT,
        /** Columns joined. */
        JOIN,
        /** Rows filtered. */
        FILTER,
        /** Rows counted in cells, which are the rows from then on. */
        CELLS
    }
}
