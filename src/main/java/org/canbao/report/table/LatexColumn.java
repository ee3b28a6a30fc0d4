package org.canbao.report.table;

import java.util.List;
import org.canbao.diag.DisplayWidth;

/**
 * Aligns the numbers of one LaTeX column: digits have one width, so that numbers filled up with invisible digits before
 * and after have their decimal points at the same place; everything else hangs out and takes no room.
 *
 * @param before the most digits before the point
 * @param after the most characters from the point on
 * @param widest the longest of its words, in letters
 */
record LatexColumn(int before, int after, int widest) {
    /** Words that are longer than this are broken over lines. */
    private static final int LONG = 24;

    static LatexColumn of(List<PrintedCell> cells) {
        int before = 0;
        int after = 0;
        int widest = 0;
        for (PrintedCell cell : cells) {
            if (cell.decimal()) {
                String digits = digits(cell.text());
                before = Math.max(before, point(digits));
                after = Math.max(after, digits.length() - point(digits));
            } else {
                widest = Math.max(widest, DisplayWidth.of(cell.text()));
            }
        }
        return new LatexColumn(before, after, widest);
    }

    /** Whether it holds words that must be broken over lines. */
    boolean isLong() {
        return widest > LONG;
    }

    /** The cell in LaTeX. */
    String cell(PrintedCell cell) {
        if (!cell.decimal()) {
            return LatexText.escaped(cell.text());
        }
        String digits = digits(cell.text());
        int start = cell.text().indexOf(digits);
        String stars = cell.stars().isEmpty() ? "" : "$^{" + cell.stars() + "}$";
        String right = LatexText.number(cell.text().substring(start + digits.length())) + stars;
        return hanging("llap", LatexText.number(cell.text().substring(0, start)))
                + phantom(before - point(digits))
                + LatexText.number(digits)
                + hanging("rlap", right)
                + phantom(after - (digits.length() - point(digits)));
    }

    /** The number without sign and parentheses. */
    private static String digits(String text) {
        int from = text.startsWith("(") ? 1 : 0;
        int signed = text.startsWith("-", from) ? from + 1 : from;
        return text.substring(signed, text.endsWith(")") ? text.length() - 1 : text.length());
    }

    private static int point(String digits) {
        return digits.indexOf('.') < 0 ? digits.length() : digits.indexOf('.');
    }

    private static String phantom(int digits) {
        return digits == 0 ? "" : "\\phantom{" + "0".repeat(digits) + "}";
    }

    private static String hanging(String command, String text) {
        return text.isEmpty() ? "" : "\\" + command + "{" + text + "}";
    }
}
