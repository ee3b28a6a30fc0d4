package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.canbao.diag.DisplayWidth;
import org.canbao.spec.Lang;

/** A table for the terminal: columns aligned by spaces, three rules, notes below. */
public final class TextTable {
    private static final String GAP = "  ";
    private static final int NOTE_WIDTH = 100;

    private final PrintedTable table;
    private final int stubWidth;
    private final List<DecimalColumn> columns;

    private TextTable(PrintedTable table) {
        this.table = table;
        this.stubWidth = stubWidth(table);
        this.columns = columns(table);
    }

    /** The table as text, each line ended by a line feed. */
    public static String render(TableModel model, Lang lang) {
        return new TextTable(PrintedTable.of(model, lang)).text();
    }

    private String text() {
        List<String> lines = new ArrayList<>();
        if (!table.title().isEmpty()) {
            lines.add(table.title());
        }
        lines.add(rule('='));
        if (!table.groups().isEmpty()) {
            lines.add(groups());
        }
        lines.add(headers());
        lines.add(rule('-'));
        table.rows().forEach(row -> lines.add(row(row)));
        lines.add(rule('='));
        table.notes().forEach(note -> lines.addAll(TextWidth.wrapped(note, NOTE_WIDTH)));
        return lines.stream().map(line -> line.stripTrailing() + "\n").collect(Collectors.joining());
    }

    private String groups() {
        StringBuilder line = new StringBuilder(" ".repeat(stubWidth));
        for (PrintedTable.Span span : table.groups()) {
            line.append(GAP).append(TextWidth.centred(span.text(), width(span)));
        }
        return line.toString();
    }

    private int width(PrintedTable.Span span) {
        int width = GAP.length() * (span.columns() - 1);
        for (int j = span.first(); j < span.first() + span.columns(); j++) {
            width += columns.get(j).width();
        }
        return width;
    }

    private String headers() {
        StringBuilder line = new StringBuilder(DisplayWidth.padded(table.stub(), stubWidth));
        for (int j = 0; j < columns.size(); j++) {
            line.append(GAP)
                    .append(TextWidth.centred(
                            table.headers().get(j), columns.get(j).width()));
        }
        return line.toString();
    }

    private String row(PrintedTable.Row row) {
        if (row instanceof PrintedTable.Cells cells) {
            StringBuilder line = new StringBuilder(DisplayWidth.padded(label(cells), stubWidth));
            for (int j = 0; j < columns.size(); j++) {
                line.append(GAP).append(columns.get(j).aligned(cells.cells().get(j)));
            }
            return line.toString();
        }
        return row instanceof PrintedTable.Panel panel ? panel.heading() : rule('-');
    }

    private String rule(char of) {
        int width = stubWidth;
        for (DecimalColumn column : columns) {
            width += GAP.length() + column.width();
        }
        return String.valueOf(of).repeat(width);
    }

    private static String label(PrintedTable.Cells row) {
        return (row.indented() && !row.beneath() ? GAP : "") + row.label();
    }

    private static int stubWidth(PrintedTable table) {
        return Math.max(
                DisplayWidth.of(table.stub()),
                table.rows().stream()
                        .filter(PrintedTable.Cells.class::isInstance)
                        .mapToInt(row -> DisplayWidth.of(label((PrintedTable.Cells) row)))
                        .max()
                        .orElse(0));
    }

    /** The columns, each as wide as its cells, its header and its share of the header above it. */
    private static List<DecimalColumn> columns(PrintedTable table) {
        List<DecimalColumn> columns = new ArrayList<>();
        for (int j = 0; j < table.headers().size(); j++) {
            int column = j;
            List<PrintedCell> cells = table.column(j);
            int share = table.groups().stream()
                    .filter(g -> g.first() <= column && column < g.first() + g.columns())
                    .mapToInt(TextTable::share)
                    .findFirst()
                    .orElse(0);
            columns.add(new DecimalColumn(
                    cells, Math.max(share, DisplayWidth.of(table.headers().get(j)))));
        }
        return columns;
    }

    private static int share(PrintedTable.Span group) {
        int free = DisplayWidth.of(group.text()) - GAP.length() * (group.columns() - 1);
        return -Math.floorDiv(-free, group.columns());
    }
}
