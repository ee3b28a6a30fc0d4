package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.canbao.diag.DisplayWidth;
import org.canbao.spec.Lang;

/**
 * A {@code table} environment for LaTeX with the packages booktabs and threeparttable; Chinese also needs ctex with
 * XeLaTeX or LuaLaTeX. Decimal points stand under each other without a package for it: columns are centred, signs,
 * parentheses and stars take no room ({@code \\llap}, {@code \\rlap}) and hang into the space between columns, which is
 * wide enough for them where there are stars.
 */
public final class LatexTable {
    private static final int SMALL_FROM = 6;
    private static final int SMALLER_FROM = 9;
    private static final int SMALLEST_FROM = 12;
    private static final int LONG_LABEL = 48;
    private static final double LABELS_SHARE = 0.3;
    private static final double WORDS_SHARE = 0.5;

    private final TableModel model;
    private final Lang lang;
    private final PrintedTable table;
    private final List<LatexColumn> columns = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    private LatexTable(TableModel model, Lang lang) {
        this.model = model;
        this.lang = lang;
        this.table = PrintedTable.of(model, lang);
        for (int j = 0; j < table.headers().size(); j++) {
            columns.add(LatexColumn.of(table.column(j)));
        }
    }

    /** The table as a complete LaTeX fragment, each line ended by a line feed. */
    public static String render(TableModel model, Lang lang) {
        return new LatexTable(model, lang).text();
    }

    private String text() {
        begin();
        header();
        body();
        end();
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private void begin() {
        lines.add("% \\usepackage{booktabs,threeparttable}; for Chinese also \\usepackage{ctex}, with xelatex");
        lines.add("\\begin{table}[htbp]");
        lines.add("\\centering");
        size().ifPresent(lines::add);
        lines.add("\\setlength{\\tabcolsep}{" + (model.legend().isPresent() ? "1em" : "0.6em") + "}");
        lines.add("\\begin{threeparttable}");
        if (!table.title().isEmpty()) {
            lines.add("\\caption{" + LatexText.escaped(table.title()) + "}");
        }
        lines.add("\\label{tab:" + model.id().replaceAll("[^A-Za-z0-9:.-]", "-") + "}");
        lines.add("\\begin{tabular}{@{}" + labels() + cells() + "}");
        lines.add("\\toprule");
    }

    /** The column of labels; long ones are broken over lines. */
    private String labels() {
        int longest = table.labels().stream().mapToInt(DisplayWidth::of).max().orElse(0);
        return longest > LONG_LABEL ? broken(LABELS_SHARE) : "l";
    }

    /** The columns of cells; those with long words share what room there is. */
    private String cells() {
        long broken = columns.stream().filter(LatexColumn::isLong).count();
        double share = WORDS_SHARE / Math.max(1, broken);
        return columns.stream()
                .map(column -> column.isLong() ? broken(share) : "c")
                .collect(Collectors.joining());
    }

    private static String broken(double share) {
        return String.format(Locale.ROOT, "p{%.2f\\linewidth}", share);
    }

    private Optional<String> size() {
        int width = columns.size();
        if (width < SMALL_FROM) {
            return Optional.empty();
        }
        return Optional.of(
                width < SMALLER_FROM ? "\\small" : width < SMALLEST_FROM ? "\\footnotesize" : "\\scriptsize");
    }

    private void header() {
        if (!table.groups().isEmpty()) {
            lines.add(table.groups().stream()
                    .map(g -> spanning(g.columns(), "c", LatexText.escaped(g.text())))
                    .collect(Collectors.joining(" & ", " & ", " \\\\")));
            String rules = table.groups().stream()
                    .filter(g -> g.columns() > 1 && !g.text().isEmpty())
                    .map(g -> "\\cmidrule(lr){" + (2 + g.first()) + "-" + (1 + g.first() + g.columns()) + "}")
                    .collect(Collectors.joining(" "));
            if (!rules.isEmpty()) {
                lines.add(rules);
            }
        }
        lines.add(table.headers().stream()
                .map(LatexText::escaped)
                .collect(Collectors.joining(" & ", LatexText.opening(table.stub()) + " & ", " \\\\")));
        lines.add("\\midrule");
    }

    private void body() {
        boolean spaced = false;
        for (PrintedTable.Row row : table.rows()) {
            if (row instanceof PrintedTable.Cells cells) {
                if (spaced && !cells.beneath()) {
                    lines.add("\\addlinespace");
                }
                lines.add(line(cells));
                spaced = cells.beneath();
            } else {
                lines.add(row instanceof PrintedTable.Panel panel ? heading(panel) : "\\midrule");
                spaced = false;
            }
        }
    }

    private String heading(PrintedTable.Panel panel) {
        String text = "\\textit{" + LatexText.escaped(panel.heading()) + "}";
        return spanning(1 + table.headers().size(), "l", text) + " \\\\";
    }

    private String line(PrintedTable.Cells row) {
        String indent = row.indented() && !row.beneath() ? "\\quad " : "";
        StringBuilder line = new StringBuilder(indent + LatexText.opening(row.label()));
        for (int j = 0; j < columns.size(); j++) {
            line.append(" & ").append(columns.get(j).cell(row.cells().get(j)));
        }
        return line.append(" \\\\").toString();
    }

    private static String spanning(int columns, String alignment, String text) {
        return columns == 1 ? text : "\\multicolumn{" + columns + "}{" + alignment + "}{" + text + "}";
    }

    private void end() {
        lines.add("\\bottomrule");
        lines.add("\\end{tabular}");
        if (!table.notes().isEmpty()) {
            lines.add("\\begin{tablenotes}[flushleft]");
            lines.add("\\footnotesize");
            String word = LatexText.escaped(PrintedTable.notesWord(lang));
            lines.add("\\item " + word + LatexText.escaped(table.notes().get(0)));
            table.notes().stream().skip(1).forEach(note -> lines.add("\\item " + LatexText.opening(note)));
            lines.add("\\end{tablenotes}");
        }
        lines.add("\\end{threeparttable}");
        lines.add("\\end{table}");
    }
}
