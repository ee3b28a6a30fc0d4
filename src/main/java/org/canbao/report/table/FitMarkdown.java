package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import org.canbao.report.Vocabulary;
import org.canbao.result.Fit;
import org.canbao.spec.Lang;

/** One fit in GitHub's Markdown: a list of what describes it as a whole, then its tables. */
public final class FitMarkdown {
    private FitMarkdown() {}

    /** The fit as Markdown, each line ended by a line feed. */
    public static String render(Fit fit, TableContext context, Lang lang) {
        List<String> parts = new ArrayList<>();
        StringBuilder head = new StringBuilder();
        for (FitFacts.Fact fact : FitFacts.of(fit, context)) {
            String line = Vocabulary.FACT.in(lang, fact.label(), fact.value());
            head.append("- ").append(MarkdownTable.escaped(line)).append('\n');
        }
        parts.add(head.toString());
        FitTables.of(fit, context).forEach(table -> parts.add(MarkdownTable.render(table, lang)));
        return String.join("\n", parts);
    }
}
