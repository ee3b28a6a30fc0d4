package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import org.canbao.report.Vocabulary;
import org.canbao.spec.Lang;
import org.canbao.spec.Text;

/**
 * A table in one language with its numbers as text: what all formats print, each in its own notation.
 *
 * @param title the title
 * @param stub the header of the labels
 * @param groups headers over columns, from left to right, covering all columns; empty if there are none
 * @param headers the header of each column
 * @param rows the rows; an estimate has a second row with its standard error
 * @param notes the notes, the one on simulated data first, the legend of the stars last
 */
record PrintedTable(
        String title, String stub, List<Span> groups, List<String> headers, List<Row> rows, List<String> notes) {
    PrintedTable {
        groups = List.copyOf(groups);
        headers = List.copyOf(headers);
        rows = List.copyOf(rows);
        notes = List.copyOf(notes);
    }

    /** A header over columns, empty where no group is. */
    record Span(String text, int first, int columns) {}

    /** A printed row. */
    sealed interface Row {}

    /**
     * A row with cells.
     *
     * @param label its label; empty for standard errors
     * @param indented whether it belongs to the heading above
     * @param beneath whether it holds the standard errors of the row above
     */
    record Cells(String label, boolean indented, boolean beneath, List<PrintedCell> cells) implements Row {
        Cells {
            cells = List.copyOf(cells);
        }
    }

    /** A horizontal rule. */
    record Rule() implements Row {}

    /** A heading over rows. */
    record Panel(String heading) implements Row {}

    /** The table in a language. */
    static PrintedTable of(TableModel model, Lang lang) {
        return new PrintedTable(
                model.title().in(lang),
                model.stub().in(lang),
                groups(model, lang),
                model.columns().stream().map(c -> c.header().in(lang)).toList(),
                rows(model, lang),
                notes(model, lang));
    }

    /** The cells of a column, from top to bottom. */
    List<PrintedCell> column(int column) {
        return rows.stream()
                .filter(Cells.class::isInstance)
                .map(row -> ((Cells) row).cells().get(column))
                .toList();
    }

    /** All labels of rows. */
    List<String> labels() {
        return rows.stream()
                .filter(Cells.class::isInstance)
                .map(row -> ((Cells) row).label())
                .toList();
    }

    /** All notes in a language. */
    static List<String> notes(TableModel model, Lang lang) {
        List<String> notes = new ArrayList<>();
        if (model.simulated()) {
            notes.add(Vocabulary.SIMULATED.in(lang));
        }
        for (Text note : model.notes()) {
            notes.add(note.in(lang));
        }
        model.legend().ifPresent(legend -> notes.add(legend.in(lang)));
        return notes;
    }

    /** What stands before the first note on paper: "Notes: ", "注：". */
    static String notesWord(Lang lang) {
        return Vocabulary.NOTES.in(lang) + (lang == Lang.EN ? " " : "");
    }

    private static List<Span> groups(TableModel model, Lang lang) {
        List<Span> spans = new ArrayList<>();
        int at = 0;
        for (TableModel.Group group : model.groups()) {
            for (; at < group.first(); at++) {
                spans.add(new Span("", at, 1));
            }
            spans.add(new Span(group.label().in(lang), at, group.columns()));
            at += group.columns();
        }
        for (; !spans.isEmpty() && at < model.columns().size(); at++) {
            spans.add(new Span("", at, 1));
        }
        return spans;
    }

    private static List<Row> rows(TableModel model, Lang lang) {
        List<Row> rows = new ArrayList<>();
        boolean indented = false;
        for (TableModel.Row row : model.rows()) {
            if (row instanceof TableModel.Line line) {
                rows.add(upper(line, indented, lang));
                if (line.cells().stream().anyMatch(Cell.Judged.class::isInstance)) {
                    rows.add(lower(line, indented));
                }
            } else if (row instanceof TableModel.Panel panel) {
                rows.add(new Panel(panel.heading().in(lang)));
                indented = true;
            } else {
                rows.add(new Rule());
                indented = false;
            }
        }
        return rows;
    }

    private static Row upper(TableModel.Line line, boolean indented, Lang lang) {
        List<PrintedCell> cells =
                line.cells().stream().map(c -> PrintedCell.of(c, lang)).toList();
        return new Cells(line.label().in(lang), indented, false, cells);
    }

    private static Row lower(TableModel.Line line, boolean indented) {
        return new Cells(
                "",
                indented,
                true,
                line.cells().stream().map(PrintedCell::beneath).toList());
    }
}
