package org.canbao.report.table;

import java.util.List;
import org.canbao.diag.DisplayWidth;

/**
 * The page of a document with one table: A4 with Word's Chinese margins, upright if the table fits, otherwise across, and
 * if it does not fit then either, in smaller letters.
 *
 * @param landscape whether the page lies across
 * @param points the size of the letters in the table
 * @param stub the width of the labels, in twentieths of a point
 * @param column the width of each other column, in twentieths of a point
 */
record DocxPage(boolean landscape, double points, int stub, int column) {
    static final int LONG = 16838;
    static final int SHORT = 11906;
    static final int MARGIN_ENDS = 1440;
    static final int MARGIN_SIDES = 1797;

    private static final double[] SIZES = {10.5, 9, 7.5};
    private static final int PADDING = 170;
    private static final double MOST_FOR_STUB = 0.42;

    /** The page for a table. */
    static DocxPage of(PrintedTable table) {
        for (boolean landscape : List.of(false, true)) {
            if (fits(table, SIZES[0], landscape)) {
                return page(table, SIZES[0], landscape);
            }
        }
        for (double points : SIZES) {
            if (fits(table, points, true)) {
                return page(table, points, true);
            }
        }
        return page(table, SIZES[SIZES.length - 1], true);
    }

    /** How wide the text is. */
    int textWidth() {
        return textWidth(landscape);
    }

    private static int textWidth(boolean landscape) {
        return (landscape ? LONG : SHORT) - 2 * MARGIN_SIDES;
    }

    private static boolean fits(PrintedTable table, double points, boolean landscape) {
        int columns = table.headers().size();
        int width = Math.min(stubNeeds(table, points), (int) (MOST_FOR_STUB * textWidth(landscape)));
        return width + columns * columnNeeds(table, points) <= textWidth(landscape);
    }

    /** Labels get what they need, at most two fifths of the width; the columns share the rest. */
    private static DocxPage page(PrintedTable table, double points, boolean landscape) {
        int width = textWidth(landscape);
        int columns = Math.max(1, table.headers().size());
        int left = width - columns * columnNeeds(table, points);
        int stub = Math.max(
                Math.min(stubNeeds(table, points), (int) (MOST_FOR_STUB * width)),
                Math.min(left, width / (columns + 1)));
        int column = (width - stub) / columns;
        return new DocxPage(landscape, points, width - column * columns, column);
    }

    private static int stubNeeds(PrintedTable table, double points) {
        int widest = table.labels().stream().mapToInt(DisplayWidth::of).max().orElse(0);
        return twips(widest + 2, points);
    }

    private static int columnNeeds(PrintedTable table, double points) {
        int widest = table.headers().stream().mapToInt(DisplayWidth::of).max().orElse(0);
        for (int j = 0; j < table.headers().size(); j++) {
            for (PrintedCell cell : table.column(j)) {
                widest = Math.max(widest, DisplayWidth.of(cell.whole()));
            }
        }
        return twips(widest, points);
    }

    /** A place of text is half as wide as it is high; a twip is a twentieth of a point. */
    private static int twips(int places, double points) {
        return (int) Math.ceil(places * points * 10) + PADDING;
    }
}
