package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.canbao.report.DidVocabulary;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.report.Words;
import org.canbao.result.BaconFit;
import org.canbao.result.BaconFit.Comparison;
import org.canbao.spec.Text;

/** What a decomposition of the two-way estimate says: its kinds of comparisons, each comparison, and their sum. */
final class BaconPrinter implements FitPrinter<BaconFit> {
    private static final int NOTE_DIGITS = 3;

    @Override
    public Class<BaconFit> type() {
        return BaconFit.class;
    }

    @Override
    public List<TableModel> following(BaconFit fit, TableContext context) {
        return List.of(components(fit, context), comparisons(fit, context));
    }

    @Override
    public List<Text> notes(BaconFit fit, Labels labels) {
        List<Text> kinds = fit.components().stream()
                .map(c -> DidVocabulary.BACON_KIND.text(
                        words(c.type()).text(),
                        Numbers.fixed(c.weight(), NOTE_DIGITS),
                        Numbers.fixed(c.estimate(), NOTE_DIGITS)))
                .toList();
        return List.of(DidVocabulary.BACON_NOTE.text(Vocabulary.list(kinds)));
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
        rows.add(row("sum", DidVocabulary.BACON_SUM.text(), 1, fit.sum()));
        return FitRows.table("bacon", DidVocabulary.BACON.text(), columns(), rows, context);
    }

    private static TableModel comparisons(BaconFit fit, TableContext context) {
        List<TableModel.Row> rows = new ArrayList<>();
        for (Comparison one : fit.comparisons()) {
            Text other = one.untreated().isPresent()
                    ? Text.of(Numbers.exact(one.untreated().getAsDouble()))
                    : DidVocabulary.NEVER_TREATED.text();
            rows.add(row(
                    key(one),
                    DidVocabulary.BACON_PAIR.text(Numbers.exact(one.treated()), other),
                    one.weight(),
                    one.estimate()));
        }
        return FitRows.table("bacon-comparisons", DidVocabulary.BACON_COMPARISONS.text(), columns(), rows, context);
    }

    private static List<TableModel.Column> columns() {
        return List.of(
                new TableModel.Column(DidVocabulary.WEIGHT.text()), new TableModel.Column(Vocabulary.ESTIMATE.text()));
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

    private static Words words(BaconFit.Type type) {
        return switch (type) {
            case LATER_VS_ALWAYS -> DidVocabulary.BACON_LATER_VS_ALWAYS;
            case LATER_VS_EARLIER -> DidVocabulary.BACON_LATER_VS_EARLIER;
            case EARLIER_VS_LATER -> DidVocabulary.BACON_EARLIER_VS_LATER;
            case TREATED_VS_UNTREATED -> DidVocabulary.BACON_TREATED_VS_UNTREATED;
        };
    }
}
