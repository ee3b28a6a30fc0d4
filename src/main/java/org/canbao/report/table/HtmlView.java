package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import org.canbao.spec.Lang;

/** What the HTML templates fill in. Accessors are public for the template engine. */
record HtmlView(
        String lang,
        String id,
        String title,
        String stub,
        boolean grouped,
        List<Group> groups,
        List<String> headers,
        List<Section> sections,
        List<Note> notes,
        int width) {

    /** A header over columns; {@code ruled} if it spans several. */
    record Group(String text, int columns, boolean ruled) {}

    /** The rows between two rules. */
    record Section(List<Row> rows) {}

    /** A row: a heading, or cells with a label; without a label if it continues the row above. */
    record Row(boolean heading, boolean labelled, boolean indented, int tall, String label, List<HtmlCell> cells) {}

    /** A paragraph below; the first begins with a word of its own. */
    record Note(String word, String text) {}

    static HtmlView of(TableModel model, Lang lang) {
        PrintedTable table = PrintedTable.of(model, lang);
        return new HtmlView(
                lang == Lang.ZH ? "zh-CN" : "en",
                model.id(),
                table.title(),
                table.stub(),
                !table.groups().isEmpty(),
                table.groups().stream()
                        .map(g -> new Group(
                                g.text(),
                                g.columns(),
                                g.columns() > 1 && !g.text().isEmpty()))
                        .toList(),
                table.headers(),
                sections(table),
                notes(table, lang),
                1 + table.headers().size());
    }

    private static List<Note> notes(PrintedTable table, Lang lang) {
        List<Note> notes = new ArrayList<>();
        for (String note : table.notes()) {
            notes.add(new Note(notes.isEmpty() ? PrintedTable.notesWord(lang) : "", note));
        }
        return notes;
    }

    private static List<Section> sections(PrintedTable table) {
        List<HtmlCell.Column> columns = new ArrayList<>();
        for (int j = 0; j < table.headers().size(); j++) {
            columns.add(HtmlCell.Column.of(table, j));
        }
        List<Section> sections = new ArrayList<>();
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            PrintedTable.Row row = table.rows().get(i);
            if (row instanceof PrintedTable.Cells cells) {
                rows.add(row(cells, i + 1 < table.rows().size() ? table.rows().get(i + 1) : row, columns));
            } else if (row instanceof PrintedTable.Panel panel) {
                rows.add(new Row(true, false, false, 1, panel.heading(), List.of()));
            } else {
                sections.add(new Section(rows));
                rows = new ArrayList<>();
            }
        }
        sections.add(new Section(rows));
        return sections;
    }

    /** A row; its label reaches down over the standard errors beneath. */
    private static Row row(PrintedTable.Cells cells, PrintedTable.Row next, List<HtmlCell.Column> columns) {
        boolean errorsFollow = !cells.beneath() && next instanceof PrintedTable.Cells below && below.beneath();
        List<HtmlCell> printed = new ArrayList<>();
        for (int j = 0; j < columns.size(); j++) {
            printed.add(columns.get(j).cell(cells.cells().get(j)));
        }
        return new Row(false, !cells.beneath(), cells.indented(), errorsFollow ? 2 : 1, cells.label(), printed);
    }
}
