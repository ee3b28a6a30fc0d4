package org.canbao.cli;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.canbao.report.table.FitCsv;
import org.canbao.report.table.FitLatex;
import org.canbao.report.table.FitMarkdown;
import org.canbao.report.table.FitText;
import org.canbao.report.table.LatexTable;
import org.canbao.report.table.MarkdownTable;
import org.canbao.report.table.SeComparisonCsv;
import org.canbao.report.table.SeComparisonTables;
import org.canbao.report.table.TableContext;
import org.canbao.report.table.TableModel;
import org.canbao.report.table.TextTable;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.result.SeComparison;
import org.canbao.result.SeComparisonJson;
import org.canbao.spec.Lang;

/** How {@code canbao estimate} prints a fit. */
enum FitFormat {
    /** For a terminal. */
    TEXT,
    /** Everything, for programs. */
    JSON,
    /** One line per number. */
    CSV,
    /** Markdown. */
    MD,
    /** LaTeX. */
    TEX;

    String render(Fit fit, TableContext context, Lang lang) {
        return switch (this) {
            case TEXT -> FitText.render(fit, context, lang);
            case JSON -> FitJson.write(fit);
            case CSV -> FitCsv.render(fit);
            case MD -> FitMarkdown.render(fit, context, lang);
            case TEX -> FitLatex.render(fit, context, lang);
        };
    }

    String render(SeComparison comparison, TableContext context, Lang lang) {
        Function<Function<TableModel, String>, String> tables = format ->
                SeComparisonTables.of(comparison, context).stream().map(format).collect(Collectors.joining("\n"));
        return switch (this) {
            case TEXT -> tables.apply(table -> TextTable.render(table, lang));
            case JSON -> SeComparisonJson.write(comparison);
            case CSV -> SeComparisonCsv.render(comparison);
            case MD -> tables.apply(table -> MarkdownTable.render(table, lang));
            case TEX -> tables.apply(table -> LatexTable.render(table, lang));
        };
    }
}
