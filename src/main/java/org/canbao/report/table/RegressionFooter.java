package org.canbao.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.canbao.report.Labels;
import org.canbao.report.Vocabulary;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.spec.Text;

/** The lower part of a regression table: what was controlled for, and what describes the fit as a whole. */
final class RegressionFooter {
    private static final int SHARE_DIGITS = 3;

    private final List<FitColumn> columns;
    private final Labels labels;
    private final EffectLabels effects;
    private final int digits;

    RegressionFooter(List<FitColumn> columns, Labels labels, EffectLabels effects, int digits) {
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
        addPolynomials(rows);
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
            column.regression().fixedEffects().forEach(e -> all.putAll(effects.rows(e.effect())));
        }
        all.forEach((key, label) -> add(rows, key, label, c -> new Cell.Flag(absorbs(c, key))));
    }

    private void addPolynomials(List<TableModel.Row> rows) {
        if (columns.stream().noneMatch(c -> c.discontinuity().isPresent())) {
            return;
        }
        add(
                rows,
                "polynomial_order",
                Vocabulary.POLYNOMIAL_ORDER.text(),
                c -> c.discontinuity()
                        .<Cell>map(d -> new Cell.Count(d.discontinuity().order()))
                        .orElse(Cell.BLANK));
        add(
                rows,
                "polynomial_sides",
                Vocabulary.POLYNOMIAL_SIDES.text(),
                c -> c.discontinuity()
                        .<Cell>map(d -> new Cell.Words(sides(d.discontinuity()).text()))
                        .orElse(Cell.BLANK));
    }

    private static Vocabulary sides(Fit.Discontinuity discontinuity) {
        return discontinuity.separate() ? Vocabulary.SIDES_SEPARATE : Vocabulary.SIDES_COMMON;
    }

    private boolean absorbs(FitColumn column, String key) {
        return column.regression().fixedEffects().stream()
                .anyMatch(e -> effects.rows(e.effect()).containsKey(key));
    }

    private void addSize(List<TableModel.Row> rows) {
        add(
                rows,
                "observations",
                Vocabulary.OBSERVATIONS.text(),
                c -> new Cell.Count(c.regression().n()));
        add(rows, "r2", Vocabulary.R2.text(), c -> share(c.regression().r2()));
        add(
                rows,
                "r2_adj",
                Vocabulary.R2_ADJUSTED.text(),
                c -> share(c.regression().r2Adj()));
        if (columns.stream().anyMatch(c -> c.regression().r2Within().isPresent())) {
            add(
                    rows,
                    "r2_within",
                    Vocabulary.R2_WITHIN.text(),
                    c -> share(c.regression().r2Within()));
        }
        for (String by : ways()) {
            Text label = Vocabulary.CLUSTERS.text(Prose.inline(effects.levels(by)));
            add(rows, "clusters:" + by, label, c -> clusters(c.fit().inference(), by));
        }
        add(
                rows,
                "outcome_mean",
                Vocabulary.OUTCOME_MEAN.text(),
                c -> new Cell.Number(c.regression().outcomeMean(), digits, false));
    }

    private void addTests(List<TableModel.Row> rows) {
        if (columns.stream()
                .anyMatch(c -> c.eventStudy().flatMap(Fit.EventStudy::pretrend).isPresent())) {
            add(
                    rows,
                    "pretrend_p",
                    Vocabulary.PRETREND_P.text(),
                    c -> c.eventStudy()
                            .flatMap(Fit.EventStudy::pretrend)
                            .map(test -> share(test.pValue()))
                            .orElse(Cell.BLANK));
        }
        if (columns.stream().anyMatch(c -> c.placebo().isPresent())) {
            add(
                    rows,
                    "permutation_p",
                    Vocabulary.PERMUTATION_P.text(),
                    c -> c.placebo()
                            .<Cell>map(p -> new Cell.Number(p.pValue(), SHARE_DIGITS, false))
                            .orElse(Cell.BLANK));
            add(
                    rows,
                    "permutation_draws",
                    Vocabulary.PERMUTATION_DRAWS.text(),
                    c -> c.placebo()
                            .<Cell>map(p -> new Cell.Count(p.draws().size() - p.missing()))
                            .orElse(Cell.BLANK));
        }
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
                .<Cell>map(way -> new Cell.Count(way.groups()))
                .findFirst()
                .orElse(Cell.BLANK);
    }

    private static Cell share(OptionalDouble value) {
        return value.isPresent() ? share(value.getAsDouble()) : Cell.BLANK;
    }

    private static Cell share(double value) {
        return new Cell.Number(value, SHARE_DIGITS, true);
    }

    private void add(List<TableModel.Row> rows, String key, Text label, Function<FitColumn, Cell> cell) {
        rows.add(new TableModel.Line(key, label, columns.stream().map(cell).toList()));
    }
}
