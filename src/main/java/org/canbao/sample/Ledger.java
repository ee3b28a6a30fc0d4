package org.canbao.sample;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.spec.Text;

/**
 * The attrition ledger: how the rows of the input became the rows of the sample.
 *
 * @param study the study
 * @param steps inputs, joins and filters, in order
 * @param rows rows of the sample
 * @param suppressBelow the least count of persons that {@link ShownLedger} shows; 0 for all
 */
public record Ledger(String study, List<Step> steps, long rows, int suppressBelow) {
    public Ledger {
        steps = List.copyOf(steps);
    }

    /** A ledger of which everything may be shown. */
    public Ledger(String study, List<Step> steps, long rows) {
        this(study, steps, rows, 0);
    }

    /** The same ledger with another threshold. */
    public Ledger suppressedBelow(int least) {
        return new Ledger(study, steps, rows, least);
    }

    /**
     * The same ledger in which inputs and cells are called otherwise.
     *
     * @param inputs labels of inputs by name; what is not among them stays as it is
     * @param cells the label of the step that counts in cells
     */
    public Ledger labelled(Map<String, Text> inputs, Optional<Text> cells) {
        return new Ledger(
                study, steps.stream().map(step -> step.labelled(inputs, cells)).toList(), rows, suppressBelow);
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

        private Step labelled(Map<String, Text> inputs, Optional<Text> cells) {
            Text other = switch (kind) {
                case INPUT, JOIN -> inputs.getOrDefault(id, label);
                case CELLS -> cells.orElse(label);
                case FILTER -> label;
            };
            return new Step(kind, id, other, before, after, missing, unused);
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
