package org.canbao.report.table;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.Coefficient;
import org.canbao.spec.Text;

/** The parts of which the tables of one fit are made. */
final class FitRows {
    /** Decimals of estimates. */
    static final int DIGITS = 6;
    /** Decimals of p-values. */
    static final int P_DIGITS = 4;

    private static final int MOST_DIGITS = 12;
    private static final int SIGNIFICANT = 4;
    private static final int STATISTIC_DIGITS = 3;

    private FitRows() {}

    /** A row with one cell. */
    static TableModel.Row line(String key, Text label, Cell cell) {
        return new TableModel.Line(key, label, List.of(cell));
    }

    /** The columns of an estimate. */
    static List<TableModel.Column> columns() {
        return Stream.of(
                        Vocabulary.ESTIMATE,
                        Vocabulary.STD_ERROR,
                        Vocabulary.STATISTIC,
                        Vocabulary.P_VALUE,
                        Vocabulary.CONF_LOW,
                        Vocabulary.CONF_HIGH)
                .map(word -> new TableModel.Column(word.text()))
                .toList();
    }

    /** Six decimals, more where four significant digits of the standard error need them. */
    static List<Cell> cells(Coefficient c) {
        int digits = Math.min(MOST_DIGITS, Math.max(DIGITS, Numbers.significant(SIGNIFICANT, c.stdError())));
        return List.of(
                number(c.estimate(), digits),
                number(c.stdError(), digits),
                number(c.statistic(), STATISTIC_DIGITS),
                number(c.pValue(), P_DIGITS),
                number(c.confLow(), digits),
                number(c.confHigh(), digits));
    }

    /** A number; blank if missing. */
    static Cell number(double value, int digits) {
        return Double.isNaN(value) ? Cell.BLANK : new Cell.Number(value, digits, false);
    }

    /** Blank cells up to a width. */
    static void pad(List<Cell> cells, int width) {
        while (cells.size() < width) {
            cells.add(Cell.BLANK);
        }
    }

    /** A table without notes. */
    static TableModel table(
            String id, Text title, List<TableModel.Column> columns, List<TableModel.Row> rows, TableContext context) {
        return new TableModel(
                id, title, context.simulated(), Text.of(""), List.of(), columns, rows, List.of(), Optional.empty());
    }
}
