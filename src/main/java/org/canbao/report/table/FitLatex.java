package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import org.canbao.report.Vocabulary;
import org.canbao.result.Fit;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/** One fit in LaTeX: its tables, what describes it as a whole in the notes of the first. */
public final class FitLatex {
    private FitLatex() {}

    /** The fit as LaTeX tables, each line ended by a line feed. */
    public static String render(Fit fit, TableContext context, Lang lang) {
        List<Text> facts = FitFacts.of(fit, context).stream()
                .map(f -> Vocabulary.FACT.text(f.label(), f.value()))
                .toList();
        List<String> parts = new ArrayList<>();
        for (TableModel table : FitTables.of(fit, context)) {
            parts.add(LatexTable.render(parts.isEmpty() ? noted(table, facts) : table, lang));
        }
        return String.join("\n", parts);
    }

    private static TableModel noted(TableModel table, List<Text> notes) {
        return new TableModel(
                table.id(),
                table.title(),
                table.simulated(),
                table.stub(),
                table.groups(),
                table.columns(),
                table.rows(),
                notes,
                table.legend());
    }
}
