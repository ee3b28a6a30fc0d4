package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.privacy.Protection;
import org.canbao.privacy.ShownCount;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.RdVocabulary;
import org.canbao.report.Vocabulary;
import org.canbao.report.Words;
import org.canbao.result.Coefficient;
import org.canbao.result.RdRandomizationFit;
import org.canbao.spec.Text;

/** What randomization inference says: the window, the lottery, the tests, and the balance of the windows tried. */
final class RdRandomizationPrinter implements FitPrinter<RdRandomizationFit> {
    private static final int DIGITS = 6;

    @Override
    public Class<RdRandomizationFit> type() {
        return RdRandomizationFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(RdRandomizationFit fit, TableContext context) {
        Labels labels = context.labels();
        RdRandomizationFit.Design design = fit.design();
        List<FitFacts.Fact> facts = new ArrayList<>();
        facts.add(fact(Vocabulary.RUNNING, labels.text(design.running())));
        facts.add(fact(Vocabulary.CUTOFF, Text.of(Numbers.exact(design.cutoff()))));
        facts.add(fact(
                Vocabulary.WINDOW,
                RdVocabulary.WINDOW_FROM_TO.text(Numbers.exact(design.low()), Numbers.exact(design.high()))));
        facts.add(fact(Vocabulary.POLYNOMIAL_ORDER, Text.of(String.valueOf(design.order()))));
        List<ShownCount> rows = ShownCount.line(
                context.protection(), fit.left().rows(), fit.right().rows());
        facts.add(fact(
                Vocabulary.MEANS_AT_CUTOFF,
                Vocabulary.MEANS_OF_SIDES.text(
                        mean(rows.get(0), fit.left().mean()),
                        LossWords.rows(rows.get(0)),
                        mean(rows.get(1), fit.right().mean()),
                        LossWords.rows(rows.get(1)))));
        Words draws = design.enumerated() ? RdVocabulary.ASSIGNMENT_ALL : RdVocabulary.ASSIGNMENT_DRAWS;
        Words mechanism = design.bernoulli() ? RdVocabulary.ASSIGNMENT_BERNOULLI : RdVocabulary.ASSIGNMENT_FIXED;
        facts.add(fact(
                RdVocabulary.ASSIGNMENT,
                Vocabulary.list(mechanism.text(), draws.text(Numbers.grouped(design.draws())))));
        String units = ShownCount.of(design.units(), context.protection()).text();
        facts.add(fact(
                RdVocabulary.ASSIGNMENT_UNITS,
                design.unit()
                        .map(unit -> RdVocabulary.LEVELS_AS_UNITS.text(labels.text(unit), units))
                        .orElse(RdVocabulary.ROWS_AS_UNITS.text(units))));
        design.within().ifPresent(within -> facts.add(fact(RdVocabulary.ASSIGNED_WITHIN, labels.text(within))));
        facts.add(fact(RdVocabulary.NULL_EFFECT, Text.of(Numbers.exact(design.effect()))));
        return facts;
    }

    /** A mean of few rows would tell of them. */
    private static String mean(ShownCount rows, double mean) {
        return rows.isShown() ? shown(mean) : Protection.COMPLEMENT;
    }

    private static FitFacts.Fact fact(Words label, Text value) {
        return new FitFacts.Fact(label.text(), value);
    }

    private static String shown(double value) {
        return Numbers.shown(value, Numbers.decimals(DIGITS, value));
    }

    @Override
    public List<TableModel> leading(RdRandomizationFit fit, TableContext context) {
        List<TableModel.Column> columns = Stream.of(
                        RdVocabulary.TEST_VALUE,
                        Vocabulary.P_VALUE,
                        RdVocabulary.SHARE_EXTREME,
                        RdVocabulary.ASYMPTOTIC_P,
                        Vocabulary.CONF_LOW,
                        Vocabulary.CONF_HIGH)
                .map(word -> new TableModel.Column(word.text()))
                .toList();
        List<TableModel.Row> rows =
                fit.tests().stream().map(RdRandomizationPrinter::row).toList();
        return List.of(FitRows.table("tests", RdVocabulary.RANDOMIZATION_TESTS.text(), columns, rows, context));
    }

    private static TableModel.Row row(RdRandomizationFit.Test test) {
        Words label = switch (test.statistic()) {
            case "diffmeans" -> RdVocabulary.DIFFMEANS;
            case "ks" -> RdVocabulary.KS;
            default -> RdVocabulary.RANKSUM;
        };
        return new TableModel.Line(
                test.statistic(),
                label.text(),
                List.of(
                        FitRows.number(test.value(), FitRows.DIGITS),
                        FitRows.number(test.pValue(), FitRows.P_DIGITS),
                        FitRows.number(test.share(), FitRows.P_DIGITS),
                        FitRows.number(test.asymptotic(), FitRows.P_DIGITS),
                        FitRows.number(test.low(), FitRows.DIGITS),
                        FitRows.number(test.high(), FitRows.DIGITS)));
    }

    /** The difference of means, which stands among the tests. */
    @Override
    public List<String> hidden(RdRandomizationFit fit) {
        return fit.coefficients().stream().map(Coefficient::name).toList();
    }

    @Override
    public List<TableModel> following(RdRandomizationFit fit, TableContext context) {
        if (fit.windows().isEmpty()) {
            return List.of();
        }
        List<TableModel.Column> columns = Stream.of(
                        RdVocabulary.LEFT_ROWS,
                        RdVocabulary.RIGHT_ROWS,
                        RdVocabulary.BINOMIAL_P,
                        RdVocabulary.LEAST_P,
                        RdVocabulary.LEAST_COVARIATE)
                .map(word -> new TableModel.Column(word.text()))
                .toList();
        List<TableModel.Row> rows = new ArrayList<>();
        for (RdRandomizationFit.Balance window : fit.windows()) {
            String low = shown(window.low());
            rows.add(new TableModel.Line(
                    low,
                    RdVocabulary.WINDOW_FROM_TO.text(low, shown(window.high())),
                    List.of(
                            new Cell.Count(window.left()),
                            new Cell.Count(window.right()),
                            FitRows.number(window.binomial(), FitRows.P_DIGITS),
                            FitRows.number(window.least(), FitRows.P_DIGITS),
                            new Cell.Words(context.labels().text(window.covariate())))));
        }
        return List.of(FitRows.table("windows", RdVocabulary.WINDOWS_TRIED.text(), columns, rows, context));
    }

    @Override
    public void records(RdRandomizationFit fit, FitRecords out) throws IOException {
        for (RdRandomizationFit.Test test : fit.tests()) {
            String note = test.extreme() + " of " + test.used() + " draws at least as extreme";
            out.test("randomization", test.statistic(), test.value(), test.pValue(), note);
        }
        for (RdRandomizationFit.Balance window : fit.windows()) {
            String name = Numbers.exact(window.low()) + " to " + Numbers.exact(window.high());
            out.test("balance", name, Double.NaN, window.least(), window.covariate());
        }
    }

    @Override
    public List<FooterRow> tests(RdRandomizationFit fit) {
        return List.of(new FooterRow(
                "permutation_draws",
                Vocabulary.PERMUTATION_DRAWS.text(),
                Cell.Count.ofOther(fit.design().draws())));
    }
}
