package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.canbao.report.ExactVocabulary;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.report.Words;
import org.canbao.result.ExactTestFit;
import org.canbao.result.ExactTestFit.Reference;
import org.canbao.result.ExactTestFit.Test;
import org.canbao.spec.Text;

/** Exact tests: the table of counts, each test with its p-values, and what they are computed over. */
final class ExactTestPrinter implements FitPrinter<ExactTestFit> {
    private static final int SHARE_DIGITS = 3;
    private static final String INFINITE = "∞";

    @Override
    public Class<ExactTestFit> type() {
        return ExactTestFit.class;
    }

    @Override
    public List<TableModel> leading(ExactTestFit fit, TableContext context) {
        List<TableModel> tables = new ArrayList<>();
        fit.table().ifPresent(table -> tables.add(counts(fit, table, context)));
        TableModel plain = FitRows.table(
                "exact-tests",
                ExactVocabulary.TESTS.text(
                        context.labels().text(fit.outcome()), context.labels().text(fit.group())),
                columns(fit),
                fit.tests().stream().map(ExactTestPrinter::row).toList(),
                context);
        tables.add(new TableModel(
                plain.id(),
                plain.title(),
                plain.simulated(),
                plain.stub(),
                plain.groups(),
                plain.columns(),
                plain.rows(),
                remarks(fit, context.labels()),
                Optional.empty()));
        return tables;
    }

    private static TableModel counts(ExactTestFit fit, ExactTestFit.Crosstab table, TableContext context) {
        List<TableModel.Column> columns = new ArrayList<>();
        table.outcomes()
                .forEach(value -> columns.add(
                        new TableModel.Column(context.labels().valueText(fit.outcome(), value))));
        columns.add(new TableModel.Column(ExactVocabulary.TOTAL.text()));
        List<TableModel.Row> rows = new ArrayList<>();
        for (int i = 0; i < fit.values().size(); i++) {
            String value = fit.values().get(i);
            List<Cell> cells = new ArrayList<>();
            table.counts().get(i).forEach(count -> cells.add(new Cell.Count(count)));
            cells.add(new Cell.Count(fit.rows().get(i)));
            rows.add(new TableModel.Line(value, context.labels().valueText(fit.group(), value), cells));
        }
        Text title = ExactVocabulary.COUNTS.text(
                context.labels().text(fit.outcome()), context.labels().text(fit.group()));
        return FitRows.table("counts", title, columns, rows, context);
    }

    private static List<TableModel.Column> columns(ExactTestFit fit) {
        String level = Numbers.exact(fit.level());
        return Stream.of(
                        Vocabulary.VALUE.text(),
                        ExactVocabulary.SPREAD.text(),
                        Vocabulary.LEVEL_LOW.text(level),
                        Vocabulary.LEVEL_HIGH.text(level),
                        Vocabulary.P_VALUE.text(),
                        ExactVocabulary.P_LESS.text(),
                        ExactVocabulary.P_GREATER.text())
                .map(TableModel.Column::new)
                .toList();
    }

    private static TableModel.Row row(Test test) {
        return new TableModel.Line(
                test.name(),
                TestLabels.of(test),
                List.of(
                        extended(test.value()),
                        FitRows.number(test.spread(), FitRows.DIGITS),
                        extended(test.low()),
                        extended(test.high()),
                        FitRows.number(test.pValue(), FitRows.P_DIGITS),
                        FitRows.number(test.less(), FitRows.P_DIGITS),
                        FitRows.number(test.greater(), FitRows.P_DIGITS)));
    }

    private static Cell extended(double value) {
        return Double.isInfinite(value) ? new Cell.Words(Text.of(INFINITE)) : FitRows.number(value, FitRows.DIGITS);
    }

    private static List<Text> remarks(ExactTestFit fit, Labels labels) {
        List<Text> notes = new ArrayList<>();
        if (fit.values().size() == 2) {
            notes.add(ExactVocabulary.GROUPS.text(
                    labels.text(fit.group()),
                    labels.valueText(fit.group(), fit.values().get(1)),
                    LossWords.rows(fit.rows().get(1)),
                    labels.valueText(fit.group(), fit.values().get(0)),
                    LossWords.rows(fit.rows().get(0))));
        }
        fit.tests().forEach(test -> notes.add(over(test)));
        return notes;
    }

    private static Text over(Test test) {
        Reference reference = test.reference();
        boolean tables = test.name().equals("fisher");
        Words all = tables ? ExactVocabulary.TABLES_ALL : ExactVocabulary.ASSIGNMENTS_ALL;
        Words drawn = tables ? ExactVocabulary.TABLES_DRAWN : ExactVocabulary.ASSIGNMENTS_DRAWN;
        return (reference.enumerated() ? all : drawn).text(TestLabels.of(test), Numbers.grouped(reference.all()));
    }

    /** The tests stand in a table of their own. */
    @Override
    public List<String> hidden(ExactTestFit fit) {
        return fit.tests().stream().map(Test::name).toList();
    }

    @Override
    public void records(ExactTestFit fit, FitRecords out) throws IOException {
        if (fit.table().isPresent()) {
            ExactTestFit.Crosstab table = fit.table().get();
            for (int i = 0; i < fit.values().size(); i++) {
                for (int j = 0; j < table.outcomes().size(); j++) {
                    long count = table.counts().get(i).get(j);
                    String name = fit.values().get(i) + ", " + table.outcomes().get(j);
                    out.value("count", name, count, count, "");
                }
            }
        }
        for (Test test : fit.tests()) {
            Reference over = test.reference();
            String kind = over.enumerated() ? " enumerated" : " drawn";
            out.test(
                    "exact_test",
                    test.name(),
                    test.value(),
                    test.pValue(),
                    over.extreme() + " of " + over.all() + kind + " as extreme");
        }
    }

    /** An odds ratio stands over its interval, which may be unbounded, any other value over its standard deviation. */
    @Override
    public Optional<Cell> cell(ExactTestFit fit, String term, int digits) {
        return fit.test(term).filter(test -> test.name().equals("fisher")).map(test -> {
            if (Double.isFinite(test.value()) && Double.isFinite(test.high())) {
                return new Cell.Interval(test.value(), test.low(), test.high(), test.pValue(), digits);
            }
            return new Cell.Words(Text.of(shown(test.value(), digits) + Stars.of(test.pValue()) + " ["
                    + shown(test.low(), digits) + ", " + shown(test.high(), digits) + "]"));
        });
    }

    private static String shown(double value, int digits) {
        return Double.isInfinite(value) ? INFINITE : Numbers.shown(value, Numbers.decimals(digits, value));
    }

    @Override
    public Text errors(ExactTestFit fit, SeWords words) {
        return ExactVocabulary.ERRORS.text(Numbers.exact(fit.level()));
    }

    @Override
    public List<FooterRow> tests(ExactTestFit fit) {
        return fit.tests().stream()
                .map(test -> new FooterRow(
                        "exact_p:" + test.name(),
                        ExactVocabulary.EXACT_P.text(Prose.inline(TestLabels.of(test))),
                        new Cell.Number(test.pValue(), SHARE_DIGITS, false)))
                .toList();
    }
}
