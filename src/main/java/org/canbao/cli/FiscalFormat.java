package org.canbao.cli;

import java.util.function.Function;
import java.util.stream.Collectors;
import org.canbao.fiscal.Fiscal;
import org.canbao.fiscal.FiscalReport;
import org.canbao.report.table.CsvTable;
import org.canbao.report.table.MarkdownTable;
import org.canbao.report.table.TableModel;
import org.canbao.report.table.TextTable;
import org.canbao.spec.Lang;

/** How {@code canbao fiscal} prints a scenario. */
enum FiscalFormat {
    /** For a terminal. */
    TEXT,
    /** Amounts to the cent, for programs. */
    JSON,
    /** One record per number. */
    CSV,
    /** Markdown. */
    MD,
    /** A page with tables and figures. */
    HTML;

    String render(Fiscal fiscal, Lang lang) {
        return switch (this) {
            case TEXT -> title(fiscal, lang) + "\n\n" + joined(fiscal, "\n", table -> TextTable.render(table, lang));
            case JSON -> FiscalReport.json(fiscal);
            case CSV -> withOneHeader(joined(fiscal, "", table -> CsvTable.render(table, lang)));
            case MD ->
                "# " + MarkdownTable.escaped(title(fiscal, lang)) + "\n\n"
                        + joined(fiscal, "\n", table -> MarkdownTable.render(table, lang));
            case HTML -> FiscalReport.page(fiscal, lang);
        };
    }

    private static String title(Fiscal fiscal, Lang lang) {
        return fiscal.scenario().title().in(lang);
    }

    private static String joined(Fiscal fiscal, String between, Function<TableModel, String> renderer) {
        return FiscalReport.tables(fiscal).stream().map(renderer).collect(Collectors.joining(between));
    }

    private static String withOneHeader(String csv) {
        String header = csv.substring(0, csv.indexOf('\n') + 1);
        return header + csv.replace(header, "");
    }
}
