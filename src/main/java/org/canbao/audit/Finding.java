package org.canbao.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
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
public record Finding(String study, String id, Text title, Verdict verdict, Text arithmetic, List<Item> items) {
    private static final int MANY = 12;
    private static final int EXAMPLES = 6;

    public Finding {
        items = List.copyOf(items);
    }

    /** Of what a rule found. */
    static Finding of(String study, String id, Text title, Outcome outcome) {
        Text arithmetic = outcome.summary().orElseGet(() -> inShort(outcome.items()));
        return new Finding(study, id, title, outcome.verdict(), arithmetic, outcome.items());
    }

    /** All items if they are few; otherwise all that do not agree, and some that do. */
    private static Text inShort(List<Item> items) {
        List<Text> shown = new ArrayList<>();
        int agreeing = 0;
        for (Item item : items) {
            boolean agrees = item.verdict() == Verdict.AGREES;
            agreeing += agrees ? 1 : 0;
            if (!agrees || items.size() <= MANY || agreeing <= EXAMPLES) {
                shown.add(item.text());
            }
        }
        int left = items.size() - shown.size();
        if (left > 0) {
            shown.add(new Text("and " + left + " more that agree", "另有" + left + "项一致"));
        }
        return new Text(
                shown.stream().map(Text::en).collect(Collectors.joining("; ")),
                shown.stream().map(Text::zh).collect(Collectors.joining("；")));
    }

    /** The same where the arithmetic decides nothing, and why. */
    Finding cannotTell(Text why) {
        Text both = new Text(arithmetic.en() + ". " + why.en(), arithmetic.zh() + "。" + why.zh());
        return new Finding(study, id, title, Verdict.CANNOT_TELL, both, items);
    }
}
