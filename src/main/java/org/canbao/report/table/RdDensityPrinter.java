package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.privacy.ShownCount;
import org.canbao.report.Numbers;
import org.canbao.report.RdVocabulary;
import org.canbao.report.Vocabulary;
import org.canbao.report.Words;
import org.canbao.result.Coefficient;
import org.canbao.result.RdDensityFit;
import org.canbao.spec.Text;

/** What a density test says: its bandwidths, both densities, and the binomial tests. */
final class RdDensityPrinter implements FitPrinter<RdDensityFit> {
    private static final int DIGITS = 6;

    @Override
    public Class<RdDensityFit> type() {
        return RdDensityFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(RdDensityFit fit, TableContext context) {
        RdDensityFit.Setting setting = fit.setting();
        List<FitFacts.Fact> facts = new ArrayList<>();
        facts.add(fact(Vocabulary.CUTOFF, Text.of(Numbers.exact(setting.cutoff()))));
        facts.add(fact(Vocabulary.POLYNOMIAL_ORDER, Text.of(String.valueOf(setting.order()))));
        facts.add(fact(RdVocabulary.BIAS_ORDER, Text.of(String.valueOf(setting.biasOrder()))));
        facts.add(fact(Vocabulary.KERNEL, Text.of(setting.kernel())));
        facts.add(fact(RdVocabulary.DENSITY_FIT, Text.of(setting.restricted() ? "restricted" : "unrestricted")));
        facts.add(fact(RdVocabulary.BANDWIDTH_RULE, Text.of(setting.bandwidth())));
        facts.add(fact(
                Vocabulary.BANDWIDTHS,
                Text.of(shown(fit.left().h()) + " / " + shown(fit.right().h()))));
        facts.add(fact(
                RdVocabulary.ROWS_OF_SIDES,
                sides(ShownCount.line(
                        context.protection(), fit.left().rows(), fit.right().rows()))));
        facts.add(fact(
                RdVocabulary.ROWS_WITHIN,
                sides(ShownCount.line(
                        context.protection(), fit.left().used(), fit.right().used()))));
        if (setting.massPoints()) {
            facts.add(fact(RdVocabulary.MASS_POINTS_ADJUSTED, RdVocabulary.ADJUSTED_FOR.text()));
        }
        return facts;
    }

    private static FitFacts.Fact fact(Words label, Text value) {
        return new FitFacts.Fact(label.text(), value);
    }

    private static Text sides(List<ShownCount> rows) {
        return RdVocabulary.LEFT_AND_RIGHT.text(rows.get(0).text(), rows.get(1).text());
    }

    private static String shown(double value) {
        return Numbers.shown(value, Numbers.decimals(DIGITS, value));
    }

    @Override
    public List<TableModel> leading(RdDensityFit fit, TableContext context) {
        List<TableModel.Row> rows = new ArrayList<>();
        rows.add(side("left", RdVocabulary.DENSITY_LEFT, fit.left().density()));
        rows.add(side("right", RdVocabulary.DENSITY_RIGHT, fit.right().density()));
        Coefficient jump = fit.coefficients().get(0);
        rows.add(new TableModel.Line(jump.name(), RdVocabulary.DENSITY_JUMP.text(), FitRows.cells(jump)));
        return List.of(FitRows.table("densities", RdVocabulary.DENSITIES.text(), FitRows.columns(), rows, context));
    }

    private static TableModel.Row side(String key, Words label, RdDensityFit.Estimate density) {
        double none = Double.NaN;
        return new TableModel.Line(
                key,
                label.text(),
                FitRows.cells(new Coefficient(key, density.estimate(), density.stdError(), none, none, none, none)));
    }

    @Override
    public List<String> hidden(RdDensityFit fit) {
        return fit.coefficients().stream().map(Coefficient::name).toList();
    }

    @Override
    public List<TableModel> following(RdDensityFit fit, TableContext context) {
        if (fit.binomial().isEmpty()) {
            return List.of();
        }
        List<TableModel.Row> rows = new ArrayList<>();
        for (RdDensityFit.Binomial test : fit.binomial()) {
            String low = shown(fit.cutoff() - test.leftWidth());
            String high = shown(fit.cutoff() + test.rightWidth());
            rows.add(new TableModel.Line(
                    low,
                    RdVocabulary.WINDOW_FROM_TO.text(low, high),
                    List.of(
                            new Cell.Count(test.leftRows()),
                            new Cell.Count(test.rightRows()),
                            FitRows.number(test.pValue(), FitRows.P_DIGITS))));
        }
        List<TableModel.Column> columns = Stream.of(RdVocabulary.LEFT_ROWS, RdVocabulary.RIGHT_ROWS, Vocabulary.P_VALUE)
                .map(word -> new TableModel.Column(word.text()))
                .toList();
        return List.of(FitRows.table("binomial", RdVocabulary.BINOMIAL_TESTS.text(), columns, rows, context));
    }

    @Override
    public void records(RdDensityFit fit, FitRecords out) throws IOException {
        for (RdDensityFit.Side side : List.of(fit.left(), fit.right())) {
            String name = side == fit.left() ? "left" : "right";
            out.value("bandwidth", name, side.h(), side.used(), "");
            double none = Double.NaN;
            RdDensityFit.Estimate density = side.density();
            out.estimate("density", name, density.estimate(), density.stdError(), none, none);
        }
        for (RdDensityFit.Binomial test : fit.binomial()) {
            String rows = test.leftRows() + " left, " + test.rightRows() + " right";
            out.test("binomial", Numbers.exact(test.rightWidth()), Double.NaN, test.pValue(), rows);
        }
    }
}
