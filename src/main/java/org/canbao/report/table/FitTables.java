package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.spec.TableSpec.Statistic;
import org.canbao.spec.Text;

/** The tables of one fit: its estimates by event time, its coefficients, its placebo estimates, those that it has. */
final class FitTables {
    private static final int DIGITS = 6;
    private static final int MOST_DIGITS = 12;
    private static final int SIGNIFICANT = 4;
    private static final int STATISTIC_DIGITS = 3;
    private static final int P_DIGITS = 4;
    private static final double[] QUANTILES = {0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99};

    private FitTables() {}

    /** The tables, in the order in which they print. */
    static List<TableModel> of(Fit fit, TableContext context) {
        FitColumn column = new FitColumn(1, Text.of(""), fit);
        List<TableModel> tables = new ArrayList<>();
        column.eventStudy().ifPresent(study -> tables.add(eventTimes(study, context)));
        List<TableModel.Row> coefficients = coefficients(column, JumpLabels.of(List.of(column), context.labels()));
        if (!coefficients.isEmpty()) {
            tables.add(table("coefficients", Vocabulary.COEFFICIENTS.text(), columns(), coefficients, context));
        }
        column.placebo().ifPresent(placebo -> tables.add(draws(placebo, context)));
        return List.copyOf(tables);
    }

    private static List<TableModel.Row> coefficients(FitColumn column, Labels labels) {
        List<TableModel.Row> rows = new ArrayList<>();
        for (Coefficient c : column.regression().coefficients()) {
            if (!column.isEventTime(c.name())) {
                rows.add(new TableModel.Line(c.name(), labels.text(c.name()), cells(c)));
            }
        }
        for (Fit.Dropped dropped : column.regression().dropped()) {
            if (column.isEventTime(dropped.name())) {
                continue;
            }
            List<Cell> cells = new ArrayList<>(List.of(new Cell.Omitted()));
            pad(cells, columns().size());
            rows.add(new TableModel.Line(dropped.name(), labels.text(dropped.name()), cells));
        }
        return rows;
    }

    private static TableModel eventTimes(Fit.EventStudy study, TableContext context) {
        List<TableModel.Column> columns = new ArrayList<>(columns());
        columns.add(new TableModel.Column(Vocabulary.ROWS_AT.text()));
        TreeMap<EventTime, TableModel.Row> rows = new TreeMap<>();
        for (Fit.AtTime at : study.by()) {
            EventTime time = EventTime.of(study, at.at());
            List<Cell> cells = new ArrayList<>(cells(new Coefficient(
                    time.key(),
                    at.estimate(),
                    at.stdError(),
                    at.statistic(),
                    at.pValue(),
                    at.confLow(),
                    at.confHigh())));
            cells.add(new Cell.Count(at.rows()));
            rows.put(time, new TableModel.Line(time.key(), time.label(), cells));
        }
        for (int at : study.reference()) {
            EventTime time = EventTime.of(study, at);
            List<Cell> cells = new ArrayList<>(List.of(new Cell.Reference()));
            pad(cells, columns.size());
            rows.put(time, new TableModel.Line(time.key(), Vocabulary.REFERENCE.text(time.label()), cells));
        }
        return table("event-times", Vocabulary.EVENT_TIMES.text(), columns, new ArrayList<>(rows.values()), context);
    }

    private static TableModel draws(Fit.Placebo placebo, TableContext context) {
        Distribution draws = Distribution.of(
                placebo.draws().stream().mapToDouble(Fit.Draw::estimate).toArray());
        List<TableModel.Row> rows = new ArrayList<>();
        rows.add(
                line("actual", Vocabulary.ACTUAL.text(), number(placebo.actual().estimate(), DIGITS)));
        rows.add(line(
                "draws", Vocabulary.DRAWS.text(), new Cell.Count(placebo.draws().size())));
        if (placebo.missing() > 0) {
            rows.add(line("missing", Vocabulary.DRAWS_WITHOUT.text(), new Cell.Count(placebo.missing())));
        }
        rows.add(line("extreme", Vocabulary.EXTREME.text(), new Cell.Count(placebo.extreme())));
        rows.add(line("exact_p", Vocabulary.EXACT_P.text(), number(placebo.pValue(), P_DIGITS)));
        rows.add(line("mean", Vocabulary.DRAWS_MEAN.text(), number(draws.statistic(Statistic.MEAN), DIGITS)));
        rows.add(line("sd", Vocabulary.DRAWS_SD.text(), number(draws.statistic(Statistic.SD), DIGITS)));
        for (double p : QUANTILES) {
            String name = Numbers.fixed(p, 2);
            rows.add(line("q" + name, Vocabulary.DRAWS_QUANTILE.text(name), number(draws.quantile(p), DIGITS)));
        }
        return table(
                "placebo",
                Vocabulary.PLACEBO.text(context.labels().text(placebo.treatment())),
                List.of(new TableModel.Column(Vocabulary.VALUE.text())),
                rows,
                context);
    }

    private static TableModel.Row line(String key, Text label, Cell cell) {
        return new TableModel.Line(key, label, List.of(cell));
    }

    private static List<TableModel.Column> columns() {
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
    private static List<Cell> cells(Coefficient c) {
        int digits = Math.min(MOST_DIGITS, Math.max(DIGITS, Numbers.significant(SIGNIFICANT, c.stdError())));
        return List.of(
                number(c.estimate(), digits),
                number(c.stdError(), digits),
                number(c.statistic(), STATISTIC_DIGITS),
                number(c.pValue(), P_DIGITS),
                number(c.confLow(), digits),
                number(c.confHigh(), digits));
    }

    private static Cell number(double value, int digits) {
        return Double.isNaN(value) ? Cell.BLANK : new Cell.Number(value, digits, false);
    }

    private static void pad(List<Cell> cells, int width) {
        while (cells.size() < width) {
            cells.add(Cell.BLANK);
        }
    }

    private static TableModel table(
            String id, Text title, List<TableModel.Column> columns, List<TableModel.Row> rows, TableContext context) {
        return new TableModel(
                id, title, context.simulated(), Text.of(""), List.of(), columns, rows, List.of(), Optional.empty());
    }
}
