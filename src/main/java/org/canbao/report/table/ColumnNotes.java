package org.canbao.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.canbao.report.Vocabulary;
import org.canbao.spec.Text;

/** Notes that hold for some columns: the same note is printed once, with the columns that it holds for. */
final class ColumnNotes {
    private final int columns;
    private final Map<Text, List<Integer>> notes = new LinkedHashMap<>();

    /** Notes on a table of that many columns. */
    ColumnNotes(int columns) {
        this.columns = columns;
    }

    /** Adds a note on a column, counted from 1. */
    void add(int column, Text note) {
        notes.computeIfAbsent(note, n -> new ArrayList<>()).add(column);
    }

    /** The notes in the order they came; those on some columns only say which. */
    List<Text> texts() {
        List<Text> texts = new ArrayList<>();
        notes.forEach((note, where) -> texts.add(where.size() == columns ? note : prefixed(note, where)));
        return texts;
    }

    private static Text prefixed(Text note, List<Integer> where) {
        return (where.size() == 1 ? Vocabulary.COLUMN : Vocabulary.COLUMNS).text(numbers(where), note);
    }

    /** {@code (1), (2), (4)–(7)}; the columns ascend. */
    static Text numbers(List<Integer> columns) {
        List<Text> parts = new ArrayList<>();
        int from = 0;
        while (from < columns.size()) {
            int to = from;
            while (to + 1 < columns.size() && columns.get(to + 1) == columns.get(to) + 1) {
                to++;
            }
            boolean range = to - from >= 2;
            for (int i = from; !range && i <= to; i++) {
                parts.add(number(columns.get(i)));
            }
            if (range) {
                parts.add(Vocabulary.COLUMN_RANGE.text(number(columns.get(from)), number(columns.get(to))));
            }
            from = to + 1;
        }
        return Vocabulary.list(parts);
    }

    private static Text number(int column) {
        return Vocabulary.COLUMN_NUMBER.text(column);
    }
}
