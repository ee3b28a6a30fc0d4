package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.BaconFit;
import org.canbao.result.BaconFit.Comparison;
import org.canbao.spec.Text;

/** What a decomposition of the two-way estimate says: its kinds of comparisons, each comparison, and their sum. */
final class BaconPrinter implements FitPrinter<BaconFit> {
    @Override
    public Class<BaconFit> type() {
        return BaconFit.class;
    }

    @Override
    public List<TableModel> following(BaconFit fit, TableContext context) {
        return List.of(components(fit, context), comparisons(fit, context));
    }

    @Override
    public void records(BaconFit fit, FitRecords out) throws IOException {
        for (BaconFit.Component component : fit.components()) {
            out.weighted("bacon_type", component.type().text(), component.estimate(), component.weight());
        }
        for (Comparison one : fit.comparisons()) {
            out.weighted("bacon_comparison", key(one), one.estimate(), one.weight());
        }
    }

    private static TableModel components(BaconFit fit, TableContext context) {
        List<TableModel.Row> rows = new ArrayList<>();
        for (BaconFit.Component component : fit.components()) {
            rows.add(row(
                    component.type().name().toLowerCase(Locale.ROOT),
                    words(component.type()).text(),
                    component.weight(),
                    component.estimate()));
        }
        rows.add(new TableModel.Rule());
        rows.add(row("sum", Vocabulary.BACON_SUM.text(), 1, fit.sum()));
        return FitRows.table("bacon", Vocabulary.BACON.text(), columns(), rows, context);
    }

    private static TableModel comparisons(BaconFit fit, TableContext context) {
        List<TableModel.Row> rows = new ArrayList<>();
        for (Comparison one : fit.comparisons()) {
            Text other = one.untreated().isPresent()
                    ? Text.of(Numbers.exact(one.untreated().getAsDouble()))
                    : Vocabulary.NEVER_TREATED.text();
            rows.add(row(
                    key(one),
                    Vocabulary.BACON_PAIR.text(Numbers.exact(one.treated()), other),
                    one.weight(),
                    one.estimate()));
        }
        return FitRows.table("bacon-comparisons", Vocabulary.BACON_COMPARISONS.text(), columns(), rows, context);
    }

    private static List<TableModel.Column> columns() {
        return List.of(
                new TableModel.Column(Vocabulary.WEIGHT.text()), new TableModel.Column(Vocabulary.ESTIMATE.text()));
    }

    private static TableModel.Row row(String key, Text label, double weight, double estimate) {
        return new TableModel.Line(
                key, label, List.of(FitRows.number(weight, FitRows.DIGITS), FitRows.number(estimate, FitRows.DIGITS)));
    }

    private static String key(Comparison one) {
        String other =
                one.untreated().isPresent() ? Numbers.exact(one.untreated().getAsDouble()) : "never";
        return Numbers.exact(one.treated()) + ":" + other;
    }

    private static Vocabulary words(BaconFit.Type type) {
        return switch (type) {
            case LATER_VS_ALWAYS -> Vocabulary.BACON_LATER_VS_ALWAYS;
            case LATER_VS_EARLIER -> Vocabulary.BACON_LATER_VS_EARLIER;
            case EARLIER_VS_LATER -> Vocabulary.BACON_EARLIER_VS_LATER;
            case TREATED_VS_UNTREATED -> Vocabulary.BACON_TREATED_VS_UNTREATED;
        };
    }
}
