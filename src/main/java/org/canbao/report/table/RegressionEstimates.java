package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.canbao.report.Labels;
import org.canbao.report.Vocabulary;
import org.canbao.spec.Text;

/** The upper part of a regression table: terms, then event times. */
final class RegressionEstimates {
    private final List<FitColumn> columns;
    private final Labels labels;
    private final int digits;

    RegressionEstimates(List<FitColumn> columns, Labels labels, int digits) {
        this.columns = columns;
        this.labels = labels;
        this.digits = digits;
    }

    /** One row per term; the event times of event studies only where no term of theirs was asked for. */
    List<TableModel.Row> rows(RegressionTerms terms) {
        List<TableModel.Row> rows = new ArrayList<>();
        for (String term : terms.shown()) {
            rows.add(new TableModel.Line(
                    term,
                    term.equals(FitColumn.INTERCEPT) ? Vocabulary.INTERCEPT.text() : labels.text(term),
                    columns.stream().map(c -> c.cell(term, digits)).toList()));
        }
        addEventTimes(rows, terms);
        return rows;
    }

    private void addEventTimes(List<TableModel.Row> rows, RegressionTerms terms) {
        TreeSet<EventTime> times = new TreeSet<>();
        columns.stream()
                .filter(terms::showsEventTimes)
                .forEach(column -> times.addAll(column.eventTimes(digits).keySet()));
        if (!times.isEmpty()) {
            rows.add(new TableModel.Panel(Vocabulary.EVENT_TIME.text()));
        }
        times.forEach(time -> rows.add(eventTime(time)));
    }

    private TableModel.Row eventTime(EventTime time) {
        List<Cell> cells = columns.stream()
                .map(c -> c.eventTimes(digits).getOrDefault(time, Cell.BLANK))
                .toList();
        boolean reference = cells.stream().allMatch(c -> c instanceof Cell.Reference || c == Cell.BLANK);
        Text label = reference ? Vocabulary.REFERENCE.text(time.label()) : time.label();
        return new TableModel.Line(time.key(), label, cells);
    }
}
