package org.canbao.report.table;

import java.util.List;
import org.canbao.diag.DisplayWidth;

/**
 * Aligns one column where all letters are equally wide: decimal points stand under each other, and this block of numbers
 * and everything else stand in the middle of the column.
 */
final class DecimalColumn {
    private final int before;
    private final int after;
    private final int width;

    /**
     * A column.
     *
     * @param cells its cells, as they print
     * @param atLeast how wide it is at least, because of its header
     */
    DecimalColumn(List<PrintedCell> cells, int atLeast) {
        int left = 0;
        int right = 0;
        int words = atLeast;
        for (PrintedCell cell : cells) {
            if (cell.decimal()) {
                left = Math.max(left, point(cell));
                right = Math.max(right, DisplayWidth.of(cell.whole()) - point(cell));
            } else {
                words = Math.max(words, DisplayWidth.of(cell.whole()));
            }
        }
        before = left;
        after = right;
        width = Math.max(words, left + right);
    }

    /** How wide the column is. */
    int width() {
        return width;
    }

    /** The cell, as wide as the column. */
    String aligned(PrintedCell cell) {
        if (!cell.decimal()) {
            return TextWidth.centred(cell.whole(), width);
        }
        String padded = " ".repeat(before - point(cell)) + cell.whole();
        return TextWidth.centred(DisplayWidth.padded(padded, before + after), width);
    }

    private static int point(PrintedCell cell) {
        String text = cell.text();
        int point = text.indexOf('.');
        if (point < 0) {
            return text.endsWith(")") ? text.length() - 1 : text.length();
        }
        return point;
    }
}
