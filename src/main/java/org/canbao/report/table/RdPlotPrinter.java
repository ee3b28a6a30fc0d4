package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.RdVocabulary;
import org.canbao.report.Vocabulary;
import org.canbao.result.RdPlotFit;
import org.canbao.spec.Text;

/** What a discontinuity plot says: the bins of each group. */
final class RdPlotPrinter implements FitPrinter<RdPlotFit> {
    private static final int DIGITS = 6;

    @Override
    public Class<RdPlotFit> type() {
        return RdPlotFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(RdPlotFit fit, TableContext context) {
        Labels labels = context.labels();
        return List.of(
                new FitFacts.Fact(Vocabulary.RUNNING.text(), labels.text(fit.running())),
                new FitFacts.Fact(Vocabulary.CUTOFF.text(), Text.of(Numbers.exact(fit.cutoff()))),
                new FitFacts.Fact(Vocabulary.POLYNOMIAL_ORDER.text(), Text.of(String.valueOf(fit.order()))),
                new FitFacts.Fact(
                        RdVocabulary.BIN_RULE.text(),
                        Text.of(fit.groups().get(0).rule())));
    }

    @Override
    public List<TableModel> following(RdPlotFit fit, TableContext context) {
        List<TableModel.Column> columns = Stream.of(
                        RdVocabulary.BIN_X,
                        RdVocabulary.BIN_MEAN,
                        Vocabulary.CONF_LOW,
                        Vocabulary.CONF_HIGH,
                        Vocabulary.OBSERVATIONS)
                .map(word -> new TableModel.Column(word.text()))
                .toList();
        List<TableModel> tables = new ArrayList<>();
        for (RdPlotFit.Group group : fit.groups()) {
            Text title = fit.by()
                    .map(by -> RdVocabulary.BINS_OF_GROUP.text(context.labels().valueText(by, group.name())))
                    .orElse(RdVocabulary.BINS_OF_PLOT.text());
            tables.add(FitRows.table("bins" + group.name(), title, columns, rows(group), context));
        }
        return tables;
    }

    private static List<TableModel.Row> rows(RdPlotFit.Group group) {
        return Stream.of(group.left(), group.right())
                .flatMap(side -> side.points().stream())
                .map(RdPlotPrinter::row)
                .toList();
    }

    private static TableModel.Row row(RdPlotFit.Bin bin) {
        String from = Numbers.shown(bin.from(), Numbers.decimals(DIGITS, bin.from()));
        String to = Numbers.shown(bin.to(), Numbers.decimals(DIGITS, bin.to()));
        Text label = from.equals(to) ? Text.of(from) : RdVocabulary.WINDOW_FROM_TO.text(from, to);
        return new TableModel.Line(
                from,
                label,
                List.of(
                        FitRows.number(bin.meanX(), DIGITS),
                        FitRows.number(bin.meanY(), DIGITS),
                        FitRows.number(bin.confLow(), DIGITS),
                        FitRows.number(bin.confHigh(), DIGITS),
                        new Cell.Count(bin.rows())));
    }

    @Override
    public void records(RdPlotFit fit, FitRecords out) throws IOException {
        for (RdPlotFit.Group group : fit.groups()) {
            for (RdPlotFit.Side side : List.of(group.left(), group.right())) {
                for (RdPlotFit.Bin bin : side.points()) {
                    String part = group.name().isEmpty() ? "bin" : "bin " + group.name();
                    out.value(part, Numbers.exact(bin.x()), bin.meanY(), bin.rows(), "");
                }
            }
        }
    }
}
