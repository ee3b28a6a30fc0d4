package org.canbao.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.canbao.privacy.Protection;
import org.canbao.report.Labels;
import org.canbao.report.Vocabulary;
import org.canbao.report.table.FitPrinter.FooterRow;
import org.canbao.result.ByEventTime;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.result.Measure;
import org.canbao.spec.Text;

/** The lower part of a regression table: what was controlled for, and what describes the fit as a whole. */
final class RegressionFooter {
    private static final int SHARE_DIGITS = 3;

    private final List<FitColumn> columns;
    private final Labels labels;
    private final EffectLabels effects;
    private final int digits;
    private final Protection protection;

    RegressionFooter(List<FitColumn> columns, Labels labels, EffectLabels effects, int digits, Protection protection) {
        this.protection = protection;
        this.columns = columns;
        this.labels = labels;
        this.effects = effects;
        this.digits = digits;
    }

    /** Its rows, rules before and between included. */
    List<TableModel.Row> rows(RegressionTerms terms) {
        List<TableModel.Row> rows = new ArrayList<>();
        rows.add(new TableModel.Rule());
        addControls(rows, terms);
        addEffects(rows);
        addOwn(rows, c -> design(c.printed()));
        if (rows.size() > 1) {
            rows.add(new TableModel.Rule());
        }
        addSize(rows);
        addTests(rows);
        return rows;
    }

    private void addControls(List<TableModel.Row> rows, RegressionTerms terms) {
        List<String> named = terms.fewControls(columns);
        if (columns.stream().allMatch(c -> terms.controls(c).isEmpty())) {
            return;
        }
        Text label = named.isEmpty()
                ? Vocabulary.CONTROLS.text()
                : Vocabulary.CONTROLS_NAMED.text(
                        Vocabulary.list(named.stream().map(labels::text).toList()));
        add(rows, "controls", label, c -> new Cell.Flag(!terms.controls(c).isEmpty()));
    }

    private void addEffects(List<TableModel.Row> rows) {
        Map<String, Text> all = new LinkedHashMap<>();
        for (FitColumn column : columns) {
            column.fit().fixedEffects().forEach(e -> all.putAll(effects.rows(e.effect())));
        }
        all.forEach((key, label) -> add(rows, key, label, c -> new Cell.Flag(absorbs(c, key))));
    }

    /** The rows that kinds of fits have of their own, in the order of their first appearance. */
    private void addOwn(List<TableModel.Row> rows, Function<FitColumn, List<FooterRow>> own) {
        Map<String, Text> all = new LinkedHashMap<>();
        columns.forEach(c -> own.apply(c).forEach(row -> all.putIfAbsent(row.key(), row.label())));
        all.forEach((key, label) -> add(
                rows,
                key,
                label,
                c -> own.apply(c).stream()
                        .filter(row -> row.key().equals(key))
                        .map(FooterRow::cell)
                        .findFirst()
                        .orElse(Cell.BLANK)));
    }

    private <F extends Fit> List<FooterRow> design(FitPrinters.Printed<F> printed) {
        return printed.printer().design(printed.fit(), protection);
    }

    private static <F extends Fit> List<FooterRow> tests(FitPrinters.Printed<F> printed) {
        return printed.printer().tests(printed.fit());
    }

    private boolean absorbs(FitColumn column, String key) {
        return column.fit().fixedEffects().stream()
                .anyMatch(e -> effects.rows(e.effect()).containsKey(key));
    }

    private void addSize(List<TableModel.Row> rows) {
        add(
                rows,
                "observations",
                Vocabulary.OBSERVATIONS.text(),
                c -> new Cell.Count(c.fit().n()));
        addMeasures(rows, MeasureWords::isShare);
        for (String by : ways()) {
            Text label = Vocabulary.CLUSTERS.text(Prose.inline(effects.levels(by)));
            add(rows, "clusters:" + by, label, c -> clusters(c.fit().inference(), by));
        }
        addMeasures(rows, measure -> !MeasureWords.isShare(measure));
    }

    private void addMeasures(List<TableModel.Row> rows, Predicate<Measure> which) {
        for (Measure measure : Measure.values()) {
            if (which.test(measure)
                    && columns.stream().anyMatch(c -> c.fit().measures().containsKey(measure))) {
                add(rows, MeasureWords.key(measure), MeasureWords.label(measure), c -> measure(c.fit(), measure));
            }
        }
    }

    private Cell measure(Fit fit, Measure measure) {
        Double value = fit.measures().get(measure);
        return value == null ? Cell.BLANK : MeasureWords.cell(measure, value, digits);
    }

    private void addTests(List<TableModel.Row> rows) {
        if (columns.stream()
                .anyMatch(c -> c.eventStudy().flatMap(ByEventTime::pretrend).isPresent())) {
            add(
                    rows,
                    "pretrend_p",
                    Vocabulary.PRETREND_P.text(),
                    c -> c.eventStudy()
                            .flatMap(ByEventTime::pretrend)
                            .<Cell>map(test -> new Cell.Number(test.pValue(), SHARE_DIGITS, true))
                            .orElse(Cell.BLANK));
        }
        addOwn(rows, c -> tests(c.printed()));
    }

    private List<String> ways() {
        return columns.stream()
                .flatMap(c -> c.fit().inference().clusters().stream())
                .map(Inference.Clusters::by)
                .distinct()
                .toList();
    }

    private static Cell clusters(Inference inference, String by) {
        return inference.clusters().stream()
                .filter(way -> way.by().equals(by))
                .<Cell>map(way -> Cell.Count.ofOther(way.groups()))
                .findFirst()
                .orElse(Cell.BLANK);
    }

    private void add(List<TableModel.Row> rows, String key, Text label, Function<FitColumn, Cell> cell) {
        rows.add(new TableModel.Line(key, label, columns.stream().map(cell).toList()));
    }
}
