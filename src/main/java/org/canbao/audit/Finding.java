package org.canbao.audit;

import java.util.ArrayList;
import java.util.List;
import org.canbao.audit.rule.Item;
import org.canbao.audit.rule.Outcome;
import org.canbao.audit.rule.Verdict;
import org.canbao.spec.Text;

/**
 * What a check found.
 *
 * @param study the study, or the table
 * @param id the id of the check
 * @param title what it checks
 * @param verdict agrees, disagrees or cannot tell
 * @param arithmetic the arithmetic, written out
 * @param items number by number
 */
public record Finding(String study, String id, Text title, Verdict verdict, String arithmetic, List<Item> items) {
    private static final int MANY = 12;
    private static final int EXAMPLES = 6;

    public Finding {
        items = List.copyOf(items);
    }

    /** Of what a rule found. */
    static Finding of(String study, String id, Text title, Outcome outcome) {
        String arithmetic = outcome.summary().isEmpty() ? inShort(outcome.items()) : outcome.summary();
        return new Finding(study, id, title, outcome.verdict(), arithmetic, outcome.items());
    }

    /** All items if they are few; otherwise all that do not agree, and some that do. */
    private static String inShort(List<Item> items) {
        List<String> shown = new ArrayList<>();
        int agreeing = 0;
        for (Item item : items) {
            boolean agrees = item.verdict() == Verdict.AGREES;
            agreeing += agrees ? 1 : 0;
            if (!agrees || items.size() <= MANY || agreeing <= EXAMPLES) {
                shown.add(item.toString());
            }
        }
        int left = items.size() - shown.size();
        return String.join("; ", shown) + (left == 0 ? "" : "; and " + left + " more that agree");
    }

    /** The same where the arithmetic decides nothing, and why. */
    Finding cannotTell(Text why) {
        return new Finding(study, id, title, Verdict.CANNOT_TELL, arithmetic + ". " + why.en(), items);
    }
}
