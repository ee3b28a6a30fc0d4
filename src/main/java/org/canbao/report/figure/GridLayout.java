package org.canbao.report.figure;

import java.util.ArrayList;
import java.util.List;
import org.canbao.report.figure.FigureModel.Grid;
import org.canbao.report.figure.FigureModel.GridGroup;
import org.canbao.report.figure.FigureModel.GridRow;
import org.canbao.report.figure.PlacedText.Anchor;

/**
 * Where the rows of a grid stand, in points: the label of a group at the left margin, over as many lines as it has rows, and
 * that of each row beside the plot.
 *
 * @param labels the width of both columns of labels
 * @param height of all rows
 * @param rows the rows, in order
 * @param texts their labels
 */
record GridLayout(double labels, double height, List<PlacedRow> rows, List<PlacedText> texts) {
    static final double ROW = 9.6;
    private static final double BETWEEN = 3.2;
    private static final double SIZE = 7.5;
    /** Most of the width that the labels of groups, and those of rows, may take. */
    private static final double MOST_OF_GROUP = 104;

    private static final double MOST_OF_ROW = 128;

    GridLayout {
        rows = List.copyOf(rows);
        texts = List.copyOf(texts);
    }

    /**
     * A row in its place.
     *
     * @param row its marks
     * @param top its upper edge
     * @param first whether it is the first of its group
     * @param shaded whether its group lies on a tint
     */
    record PlacedRow(GridRow row, double top, boolean first, boolean shaded) {
        private PlacedRow down(double offset) {
            return new PlacedRow(row, top + offset, first, shaded);
        }
    }

    /** The layout of a grid whose upper edge is at zero and whose plot begins at zero. */
    static GridLayout of(Grid grid, FigureFont font) {
        double groups = 0;
        double options = 0;
        for (GridGroup group : grid.groups()) {
            for (String line : wrapped(group.label(), font, MOST_OF_GROUP, group.rows().size())) {
                groups = Math.max(groups, font.width(line, SIZE));
            }
            for (GridRow row : group.rows()) {
                options = Math.max(options, font.width(fitted(row.label(), font), SIZE));
            }
        }
        double width = groups + 3 * FigureLayout.GAP + options + FigureLayout.TICK_LENGTH + FigureLayout.GAP / 2;
        return place(grid, font, width);
    }

    private static GridLayout place(Grid grid, FigureFont font, double width) {
        List<PlacedRow> rows = new ArrayList<>();
        List<PlacedText> texts = new ArrayList<>();
        double top = 0;
        for (int g = 0; g < grid.groups().size(); g++) {
            GridGroup group = grid.groups().get(g);
            List<String> label = wrapped(group.label(), font, MOST_OF_GROUP, group.rows().size());
            for (int line = 0; line < label.size(); line++) {
                texts.add(PlacedText.of(label.get(line), -width, baseline(top + line * ROW), Anchor.START, SIZE));
            }
            for (GridRow row : group.rows()) {
                boolean first = row.equals(group.rows().get(0));
                rows.add(new PlacedRow(row, top, first, g % 2 == 0));
                double right = -FigureLayout.TICK_LENGTH - FigureLayout.GAP / 2;
                texts.add(PlacedText.of(fitted(row.label(), font), right, baseline(top), Anchor.END, SIZE));
                top += ROW;
            }
            top += BETWEEN;
        }
        return new GridLayout(width, top, rows, texts);
    }

    /** The same at its place in the figure. */
    GridLayout at(double top, double left) {
        return new GridLayout(
                labels,
                height,
                rows.stream().map(row -> row.down(top)).toList(),
                texts.stream()
                        .map(t -> PlacedText.of(t.text(), t.x() + left, t.y() + top, t.anchor(), t.size()))
                        .toList());
    }

    private static double baseline(double top) {
        return top + ROW / 2 + 0.36 * SIZE;
    }

    /** The lines of a group's label; what does not fit beside its rows is cut off with an ellipsis. */
    private static List<String> wrapped(String label, FigureFont font, double most, int lines) {
        List<String> wrapped = TextWrap.wrap(label, text -> font.width(text, SIZE), most);
        if (wrapped.size() <= lines) {
            return wrapped;
        }
        List<String> cut = new ArrayList<>(wrapped.subList(0, lines));
        cut.set(lines - 1, cut(cut.get(lines - 1) + "…", font, most));
        return cut;
    }

    private static String fitted(String label, FigureFont font) {
        return font.width(label, SIZE) <= MOST_OF_ROW ? label : cut(label + "…", font, MOST_OF_ROW);
    }

    private static String cut(String text, FigureFont font, double most) {
        String left = text;
        while (font.width(left, SIZE) > most && left.codePointCount(0, left.length()) > 2) {
            int end = left.offsetByCodePoints(left.length(), -2);
            left = left.substring(0, end).stripTrailing() + "…";
        }
        return left;
    }
}
