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
 */
record HtmlCell(boolean decimal, String text, String hanging, int width, int padding) {

    /** What all numbers of a column share: the most characters before the decimal point, and from it on. */
    record Column(int before, int after) {
        static Column of(PrintedTable table, int column) {
            int before = 0;
            int after = 0;
            for (PrintedCell cell : table.column(column)) {
                if (cell.decimal()) {
                    before = Math.max(before, point(body(cell)));
                    after = Math.max(after, body(cell).length() - point(body(cell)));
                }
            }
            return new Column(before, after);
        }

        HtmlCell cell(PrintedCell cell) {
            if (!cell.decimal()) {
                return new HtmlCell(false, cell.whole(), "", 0, 0);
            }
            String text = body(cell);
            String hanging = cell.text().substring(text.length()) + cell.stars();
            int padding = after - (text.length() - point(text));
            return new HtmlCell(true, text.replace('-', '−'), hanging, before + after - padding, padding);
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
