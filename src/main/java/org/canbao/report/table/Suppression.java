package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import org.canbao.privacy.Complement;
import org.canbao.privacy.Protection;
import org.canbao.report.PrivacyVocabulary;
import org.canbao.spec.Text;

/**
 * A table without its small counts of rows. Those of a line are taken as parts of a known total, so that never one alone is
 * hidden where there are others. Whatever the kind of table, this is the last step before it is rendered; tables that know
 * more of their numbers (shares, descriptive statistics) have hidden what follows from it before.
 */
public final class Suppression {
    private final Protection protection;

    private Suppression(Protection protection) {
        this.protection = protection;
    }

    /** The table as it may be shown, with a note that explains the signs. */
    public static TableModel of(TableModel model, Protection protection) {
        if (!protection.isOn()) {
            return model;
        }
        List<TableModel.Row> rows =
                model.rows().stream().map(new Suppression(protection)::row).toList();
        TableModel shown = model.with(rows, model.notes());
        return hidden(shown) == 0 ? model : shown.with(rows, with(model.notes(), legend(protection)));
    }

    /** How many cells of a table are hidden. */
    public static int hidden(TableModel model) {
        return (int) model.rows().stream()
                .filter(TableModel.Line.class::isInstance)
                .flatMap(row -> ((TableModel.Line) row).cells().stream())
                .filter(Cell.Hidden.class::isInstance)
                .count();
    }

    private static Text legend(Protection protection) {
        PrivacyVocabulary words = protection.hideZeros() ? PrivacyVocabulary.TABLE_ZEROS : PrivacyVocabulary.TABLE;
        return words.text(String.valueOf(protection.below()), String.valueOf(protection.below() - 1));
    }

    private static List<Text> with(List<Text> notes, Text legend) {
        List<Text> all = new ArrayList<>(notes);
        all.add(legend);
        return all;
    }

    private TableModel.Row row(TableModel.Row row) {
        return row instanceof TableModel.Line line
                ? new TableModel.Line(line.key(), line.label(), cells(line.cells()))
                : row;
    }

    private List<Cell> cells(List<Cell> cells) {
        double[] counts = new double[cells.size()];
        boolean[] small = new boolean[cells.size()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = cells.get(i) instanceof Cell.Count c && c.ofRows() ? c.value() : Double.NaN;
            small[i] = !Double.isNaN(counts[i]) && protection.hidesRows((long) counts[i]);
        }
        boolean[] hidden = Complement.ofLine(counts, small);
        List<Cell> shown = new ArrayList<>();
        for (int i = 0; i < counts.length; i++) {
            Cell cell = cells.get(i);
            shown.add(hidden[i] ? new Cell.Hidden(small[i] ? protection.sign() : Protection.COMPLEMENT) : cell);
        }
        return shown;
    }
}
