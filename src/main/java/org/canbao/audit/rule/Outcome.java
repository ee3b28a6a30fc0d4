package org.canbao.audit.rule;

import java.util.List;
import java.util.Optional;
import org.canbao.spec.Text;

/**
 * What a rule found.
 *
 * @param summary all in one sentence, if not the items say everything
 * @param items what it looked at, in order
 */
public record Outcome(Optional<Text> summary, List<Item> items) {
    public Outcome {
        items = List.copyOf(items);
    }

    /** Of items that say everything. */
    static Outcome of(List<Item> items) {
        return new Outcome(Optional.empty(), items);
    }

    /** With all in one sentence. */
    static Outcome of(Text summary, List<Item> items) {
        return new Outcome(Optional.of(summary), items);
    }

    /** The verdict on all items together. */
    public Verdict verdict() {
        return Verdict.of(items.stream().map(Item::verdict).toList());
    }
}
