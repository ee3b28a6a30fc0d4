package org.canbao.report.table;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.canbao.report.InferenceVocabulary;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.Coefficient;
import org.canbao.result.Inference;
import org.canbao.result.SeComparison;
import org.canbao.spec.Text;

/**
 * The standard errors of one regression under every covariance and every program's conventions: one table per coefficient,
 * whose notes say which ingredient differs.
 */
public final class SeComparisonTables {
    private static final int FACTOR_DIGITS = 6;
    private static final int STATISTIC_DIGITS = 3;

    private final SeComparison comparison;
    private final TableContext context;
    private final EffectLabels effects;

    private SeComparisonTables(SeComparison comparison, TableContext context) {
        this.comparison = comparison;
        this.context = context;
        this.effects = new EffectLabels(context.labels());
    }

    /** The tables, in the order of the coefficients. */
    public static List<TableModel> of(SeComparison comparison, TableContext context) {
        SeComparisonTables tables = new SeComparisonTables(comparison, context);
        return comparison.coefficients().stream().map(tables::table).toList();
    }

    private TableModel table(String coefficient) {
        List<TableModel.Row> rows = new ArrayList<>();
        List<Text> notes = new ArrayList<>();
        for (List<SeComparison.Row> family : families()) {
            Text covariance = covariance(family.get(0).inference());
            rows.add(new TableModel.Panel(covariance));
            family.forEach(row -> rows.add(line(row, coefficient)));
            addDifferences(notes, family, coefficient);
        }
        for (SeComparison.Missing none : comparison.missing()) {
            notes.add(InferenceVocabulary.NOT_COMPUTED.text(none.vcov(), none.conventions(), none.reason()));
        }
        notes.add(InferenceVocabulary.SE_LEGEND.text());
        double estimate = comparison.rows().get(0).coefficient(coefficient).estimate();
        return new TableModel(
                "standard-errors-" + coefficient,
                InferenceVocabulary.SE_COMPARISON.text(
                        context.labels().text(coefficient),
                        Numbers.shown(estimate, Numbers.decimals(FitRows.DIGITS, estimate))),
                context.simulated(),
                Text.of(""),
                List.of(),
                columns(),
                rows,
                notes,
                Optional.empty());
    }

    private List<List<SeComparison.Row>> families() {
        Map<String, List<SeComparison.Row>> families = new LinkedHashMap<>();
        for (SeComparison.Row row : comparison.rows()) {
            families.computeIfAbsent(row.inference().vcov(), vcov -> new ArrayList<>())
                    .add(row);
        }
        return List.copyOf(families.values());
    }

    private static void addDifferences(List<Text> notes, List<SeComparison.Row> family, String coefficient) {
        SeComparison.Row base =
                family.stream().filter(SeComparison.Row::asked).findFirst().orElse(family.get(0));
        SeDifferences differences = new SeDifferences(Text.of(base.inference().vcov()), base, coefficient);
        notes.addAll(
                differences.sentences(family.stream().filter(row -> row != base).toList()));
    }

    private Text covariance(Inference inference) {
        if (!inference.clusters().isEmpty()) {
            Text by = Vocabulary.list(inference.clusters().stream()
                    .map(way -> effects.levels(way.by()))
                    .toList());
            return InferenceVocabulary.SE_FAMILY_CLUSTER.text(by, inference.vcov());
        }
        return inference.vcov().equals("iid")
                ? InferenceVocabulary.SE_FAMILY_IID.text()
                : InferenceVocabulary.SE_FAMILY_ROBUST.text(inference.vcov().toUpperCase(Locale.ROOT));
    }

    private static TableModel.Row line(SeComparison.Row row, String coefficient) {
        Inference inference = row.inference();
        Coefficient c = row.coefficient(coefficient);
        int digits = Math.max(FitRows.DIGITS, Numbers.significant(STATISTIC_DIGITS + 1, c.stdError()));
        Text name = Text.of(inference.conventions());
        String groups = inference.clusters().stream()
                .map(way -> Numbers.grouped(way.groups()))
                .collect(Collectors.joining(", "));
        List<Cell> cells = List.of(
                new Cell.Count(inference.n()),
                Cell.Count.ofOther(inference.k()),
                groups.isEmpty() ? Cell.BLANK : new Cell.Words(Text.of(groups)),
                new Cell.Words(Text.of(FitFacts.degrees(c.df().orElse(inference.df())))),
                FitRows.number(inference.factor(), FACTOR_DIGITS),
                FitRows.number(c.stdError(), digits),
                FitRows.number(c.statistic(), STATISTIC_DIGITS),
                FitRows.number(c.pValue(), FitRows.P_DIGITS),
                FitRows.number(c.confLow(), digits),
                FitRows.number(c.confHigh(), digits));
        return new TableModel.Line(
                inference.vcov() + ":" + inference.conventions(),
                row.asked() ? InferenceVocabulary.SE_ASKED.text(name) : name,
                cells);
    }

    private static List<TableModel.Column> columns() {
        return Stream.of(
                        InferenceVocabulary.COLUMN_N,
                        InferenceVocabulary.COLUMN_K,
                        InferenceVocabulary.COLUMN_G,
                        InferenceVocabulary.COLUMN_DF,
                        InferenceVocabulary.COLUMN_FACTOR,
                        Vocabulary.STD_ERROR,
                        Vocabulary.STATISTIC,
                        Vocabulary.P_VALUE,
                        Vocabulary.CONF_LOW,
                        Vocabulary.CONF_HIGH)
                .map(word -> new TableModel.Column(word.text()))
                .toList();
    }
}
