package org.canbao.ingest;

import java.util.List;
import java.util.Locale;
import org.canbao.data.Codebook;

/** What rules found, as lines for a terminal. */
public final class RuleText {
    private RuleText() {}

    /** A line per rule, each ending in a line break. */
    public static String of(List<Codebook.RuleCount> rules) {
        int width = rules.stream().mapToInt(rule -> rule.id().length()).max().orElse(0);
        StringBuilder out = new StringBuilder();
        for (Codebook.RuleCount rule : rules) {
            out.append(String.format(
                    Locale.ROOT,
                    "rule %-" + width + "s  %,d %s%s: %s\n",
                    rule.id(),
                    rule.rows(),
                    done(rule),
                    rule.notJudged() == 0 ? "" : String.format(Locale.ROOT, " (%,d not judged)", rule.notJudged()),
                    rule.label().en()));
        }
        return out.toString();
    }

    private static String done(Codebook.RuleCount rule) {
        return switch (rule.then()) {
            case "drop" -> "dropped";
            case "flag" -> "flagged";
            default -> "reported";
        };
    }
}
