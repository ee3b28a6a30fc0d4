package org.canbao.report.table;

/**
 * A cell of an HTML table. A number stands in a box as wide as the widest of its column, so that decimal points stand
 * under each other; stars and the closing parenthesis hang out of the box and take no room.
 *
 * @param decimal whether it is such a number
 * @param text what stands in the box, or the words
 * @param hanging what hangs out
 * @param width how wide the box is, in digits
 * @param padding how many digits stay free after the number
 * @param room what the box keeps free on each side for what hangs out, in halves of a digit
 */
record HtmlCell(boolean decimal, String text, String hanging, int width, int padding, int room) {

    /** The room on each side, in digits. */
    double margin() {
        return room / 2.0;
    }

    /**
     * What all numbers of a column share: the most characters before the decimal point, from it on, and hanging out. What
     * hangs out of a box has half its length on either side of it, so that the box stays in the middle and the longest
     * stars end before the next column.
     */
    record Column(int before, int after, int hanging) {
        static Column of(PrintedTable table, int column) {
            int before = 0;
            int after = 0;
            int hanging = 0;
            for (PrintedCell cell : table.column(column)) {
                if (cell.decimal()) {
                    before = Math.max(before, point(body(cell)));
                    after = Math.max(after, body(cell).length() - point(body(cell)));
                    hanging = Math.max(hanging, hanging(cell).length());
                }
            }
            return new Column(before, after, hanging);
        }

        HtmlCell cell(PrintedCell cell) {
            if (!cell.decimal()) {
                return new HtmlCell(false, cell.whole(), "", 0, 0, 0);
            }
            String text = body(cell);
            int padding = after - (text.length() - point(text));
            return new HtmlCell(
                    true, text.replace('-', '−'), hanging(cell), before + after - padding, padding, hanging);
        }

        private static String hanging(PrintedCell cell) {
            return cell.text().substring(body(cell).length()) + cell.stars();
        }

        private static String body(PrintedCell cell) {
            String text = cell.text();
            return text.endsWith(")") ? text.substring(0, text.length() - 1) : text;
        }

        private static int point(String text) {
            return text.indexOf('.') < 0 ? text.length() : text.indexOf('.');
        }
    }
}
