package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import org.canbao.diag.DisplayWidth;
import org.canbao.result.Fit;
import org.canbao.spec.Lang;

/** One fit as text for the terminal: what describes it as a whole, one line each, then its tables. */
public final class FitText {
    private FitText() {}

    /** The fit as text, each line ended by a line feed. */
    public static String render(Fit fit, TableContext context, Lang lang) {
        List<FitFacts.Fact> facts = FitFacts.of(fit, context);
        int width = facts.stream()
                .mapToInt(f -> DisplayWidth.of(f.label().in(lang)))
                .max()
                .orElse(0);
        List<String> parts = new ArrayList<>();
        StringBuilder head = new StringBuilder();
        for (FitFacts.Fact fact : facts) {
            String label = DisplayWidth.padded(fact.label().in(lang), width);
            head.append(label).append("  ").append(fact.value().in(lang)).append('\n');
        }
        parts.add(head.toString());
        FitTables.of(fit, context).forEach(table -> parts.add(TextTable.render(table, lang)));
        return String.join("\n", parts);
    }
}
