package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.canbao.diag.DisplayWidth;
import org.canbao.spec.Lang;

/**
 * A table in GitHub's Markdown, readable as source too. Markdown has one row of headers and no rules: headers over several
 * columns stand on the first line of each of their columns' headers, rules are left out, standard errors have their own
 * row.
 */
public final class MarkdownTable {
    private MarkdownTable() {}

    /** The table as Markdown, each line ended by a line feed. */
    public static String render(TableModel model, Lang lang) {
        PrintedTable table = PrintedTable.of(model, lang);
        StringBuilder out = new StringBuilder();
        if (!table.title().isEmpty()) {
            out.append("**").append(escaped(table.title())).append("**\n\n");
        }
        out.append(lines(grid(table)));
        table.notes().forEach(note -> out.append('\n').append(paragraph(note)).append('\n'));
        return out.toString();
    }

    private static List<List<String>> grid(PrintedTable table) {
        List<List<String>> grid = new ArrayList<>();
        List<String> header = new ArrayList<>();
        header.add(escaped(table.stub()));
        for (int j = 0; j < table.headers().size(); j++) {
            header.add(header(table, j));
        }
        grid.add(header);
        for (PrintedTable.Row row : table.rows()) {
            if (row instanceof PrintedTable.Cells cells) {
                grid.add(cells(cells));
            } else if (row instanceof PrintedTable.Panel panel) {
                grid.add(heading(panel.heading(), header.size()));
            }
        }
        return grid;
    }

    private static String header(PrintedTable table, int column) {
        String own = escaped(table.headers().get(column));
        return table.groups().stream()
                .filter(g -> g.first() <= column && column < g.first() + g.columns())
                .map(g -> escaped(g.text()))
                .filter(text -> !text.isEmpty())
                .map(text -> own.isEmpty() ? text : text + "<br>" + own)
                .findFirst()
                .orElse(own);
    }

    private static List<String> cells(PrintedTable.Cells row) {
        List<String> cells = new ArrayList<>();
        cells.add((row.indented() && !row.beneath() ? "&emsp;" : "") + escaped(row.label()));
        row.cells().forEach(cell -> cells.add(escaped(cell.whole())));
        return cells;
    }

    private static List<String> heading(String heading, int width) {
        List<String> cells = new ArrayList<>();
        cells.add("*" + escaped(heading) + "*");
        while (cells.size() < width) {
            cells.add("");
        }
        return cells;
    }

    private static String lines(List<List<String>> grid) {
        List<Integer> widths = new ArrayList<>();
        for (int j = 0; j < grid.get(0).size(); j++) {
            int column = j;
            widths.add(Math.max(
                    3,
                    grid.stream()
                            .mapToInt(r -> DisplayWidth.of(r.get(column)))
                            .max()
                            .orElse(0)));
        }
        StringBuilder out = new StringBuilder(line(grid.get(0), widths));
        out.append(rule(widths));
        grid.subList(1, grid.size()).forEach(row -> out.append(line(row, widths)));
        return out.toString();
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder out = new StringBuilder("|");
        for (int j = 0; j < row.size(); j++) {
            String cell = row.get(j);
            String padded = j == 0 ? DisplayWidth.padded(cell, widths.get(j)) : TextWidth.centred(cell, widths.get(j));
            out.append(' ').append(padded).append(" |");
        }
        return out.append('\n').toString();
    }

    private static String rule(List<Integer> widths) {
        return widths.stream()
                .skip(1)
                .map(width -> " :" + "-".repeat(width - 2) + ": |")
                .collect(Collectors.joining("", "| :" + "-".repeat(widths.get(0) - 1) + " |", "\n"));
    }

    /** A text as a paragraph of its own, even if it begins like an item of a list. */
    private static String paragraph(String text) {
        return escaped(text).replaceFirst("^([-+])", "\\\\$1").replaceFirst("^(\\d+)([.)])", "$1\\\\$2");
    }

    /** Text that Markdown shows as it is: what begins markup is escaped, a line break becomes a space. */
    public static String escaped(String text) {
        StringBuilder out = new StringBuilder();
        for (char c : text.toCharArray()) {
            switch (c) {
                case '\\', '|', '*', '_', '`', '#', '[', ']', '~', '$' ->
                    out.append('\\').append(c);
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '\n', '\r', '\t' -> out.append(' ');
                default -> out.append(c);
            }
        }
        return out.toString();
    }
}
