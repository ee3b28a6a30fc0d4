package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.canbao.report.DidVocabulary;
import org.canbao.report.Labels;
import org.canbao.report.Vocabulary;
import org.canbao.result.ByEventTime;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.spec.Text;

/** The tables of one fit: its estimates by event time, its coefficients, its placebo estimates, those that it has. */
final class FitTables {
    private FitTables() {}

    /** The tables, in the order in which they print. */
    static List<TableModel> of(Fit fit, TableContext context) {
        return of(fit, FitPrinters.of(fit), context);
    }

    private static <F extends Fit> List<TableModel> of(Fit fit, FitPrinters.Printed<F> printed, TableContext context) {
        FitColumn column = new FitColumn(1, Text.of(""), fit);
        List<TableModel> tables = new ArrayList<>(printed.printer().leading(printed.fit(), context));
        column.eventStudy().ifPresent(study -> tables.add(eventTimes(study, context)));
        List<TableModel.Row> coefficients = coefficients(
                column, printed.printer().hidden(printed.fit()), AttLabels.of(List.of(column), context.labels()));
        if (!coefficients.isEmpty()) {
            tables.add(FitRows.table(
                    "coefficients", Vocabulary.COEFFICIENTS.text(), FitRows.columns(), coefficients, context));
        }
        tables.addAll(printed.printer().following(printed.fit(), context));
        return List.copyOf(tables);
    }

    private static List<TableModel.Row> coefficients(FitColumn column, List<String> hidden, Labels labels) {
        List<TableModel.Row> rows = new ArrayList<>();
        for (Coefficient c : column.fit().coefficients()) {
            if (!column.isEventTime(c.name()) && !hidden.contains(c.name())) {
                rows.add(new TableModel.Line(c.name(), labels.text(c.name()), FitRows.cells(c)));
            }
        }
        for (Fit.Dropped dropped : column.fit().dropped()) {
            if (column.isEventTime(dropped.name()) || hidden.contains(dropped.name())) {
                continue;
            }
            List<Cell> cells = new ArrayList<>(List.of(new Cell.Omitted()));
            FitRows.pad(cells, FitRows.columns().size());
            rows.add(new TableModel.Line(dropped.name(), labels.text(dropped.name()), cells));
        }
        return rows;
    }

    private static TableModel eventTimes(ByEventTime study, TableContext context) {
        List<TableModel.Column> columns = new ArrayList<>(FitRows.columns());
        columns.add(new TableModel.Column(Vocabulary.ROWS_AT.text()));
        TreeMap<EventTime, TableModel.Row> rows = new TreeMap<>();
        for (Fit.AtTime at : study.by()) {
            EventTime time = EventTime.of(study, at.at());
            List<Cell> cells = new ArrayList<>(FitRows.cells(new Coefficient(
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
            FitRows.pad(cells, columns.size());
            rows.put(time, new TableModel.Line(time.key(), Vocabulary.REFERENCE.text(time.label()), cells));
        }
        List<TableModel.Row> all = new ArrayList<>(rows.values());
        study.average().ifPresent(average -> {
            List<Cell> cells = new ArrayList<>(FitRows.cells(average));
            FitRows.pad(cells, columns.size());
            all.add(new TableModel.Rule());
            all.add(new TableModel.Line(average.name(), DidVocabulary.POST_AVERAGE.text(), cells));
        });
        return FitRows.table("event-times", Vocabulary.EVENT_TIMES.text(), columns, all, context);
    }
}
