package org.canbao.audit.rule;

import java.util.List;

/**
 * What a rule found.
 *
 * @param summary all in one sentence; empty if the items say everything
 * @param items what it looked at, in order
 */
public record Outcome(String summary, List<Item> items) {
    public Outcome {
        items = List.copyOf(items);
    }

    /** Of items that say everything. */
    static Outcome of(List<Item> items) {
        return new Outcome("", items);
    }

    /** The verdict on all items together. */
    public Verdict verdict() {
        return Verdict.of(items.stream().map(Item::verdict).toList());
    }
}
