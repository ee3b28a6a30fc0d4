package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.report.InferenceVocabulary;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.Coefficient;
import org.canbao.result.GroupDifferenceFit;
import org.canbao.result.GroupDifferenceFit.Difference;
import org.canbao.spec.Text;

/** Differences between two groups: both estimates, their difference, and its p-values. */
final class GroupDifferencePrinter implements FitPrinter<GroupDifferenceFit> {
    @Override
    public Class<GroupDifferenceFit> type() {
        return GroupDifferenceFit.class;
    }

    @Override
    public List<TableModel> leading(GroupDifferenceFit fit, TableContext context) {
        List<TableModel.Row> rows = new ArrayList<>();
        for (Difference d : fit.differences()) {
            rows.add(new TableModel.Line(
                    d.name(),
                    context.labels().text(d.name()),
                    List.of(
                            FitRows.cells(d.first()).get(0),
                            FitRows.cells(d.second()).get(0),
                            FitRows.number(d.difference(), FitRows.DIGITS),
                            p(d.chow().map(Coefficient::pValue)),
                            p(d.stacked().map(Coefficient::pValue)),
                            p(Optional.of(d.pValue())),
                            p(Optional.of(d.oneSided())))));
        }
        rows.add(new TableModel.Rule());
        rows.add(observations(fit));
        return List.of(new TableModel(
                "group-differences",
                InferenceVocabulary.GROUP_DIFFERENCES.text(
                        context.labels().text(fit.group()),
                        value(fit, 0, context.labels()),
                        value(fit, 1, context.labels())),
                context.simulated(),
                Text.of(""),
                List.of(),
                columns(fit, context.labels()),
                rows,
                remarks(fit, context.labels()),
                Optional.empty()));
    }

    @Override
    public List<String> hidden(GroupDifferenceFit fit) {
        return fit.differences().stream().map(Difference::name).toList();
    }

    @Override
    public void records(GroupDifferenceFit fit, FitRecords out) throws IOException {
        for (Difference d : fit.differences()) {
            out.estimate(
                    "group_" + fit.values().get(0), d.first(), fit.inference().df(), rows(fit, 0), "");
            out.estimate(
                    "group_" + fit.values().get(1), d.second(), fit.inference().df(), rows(fit, 1), "");
            if (d.chow().isPresent()) {
                out.estimate(
                        "chow", d.chow().get().named(d.name()), fit.inference().df(), "", "");
            }
            if (d.stacked().isPresent()) {
                out.estimate("stacked", d.stacked().get(), Double.POSITIVE_INFINITY, "", "");
            }
            out.test(
                    "empirical",
                    d.name(),
                    d.difference(),
                    d.pValue(),
                    d.extreme() + " of " + fit.draws() + " draws at least as large, one-sided share "
                            + Numbers.exact(d.oneSided()));
        }
        for (String remark : fit.remarks()) {
            out.note("remark", "", remark);
        }
    }

    private static TableModel.Row observations(GroupDifferenceFit fit) {
        List<Cell> counts = new ArrayList<>(List.of(
                new Cell.Count(fit.rows().get(0)), new Cell.Count(fit.rows().get(1))));
        FitRows.pad(counts, 7);
        return new TableModel.Line("observations", Vocabulary.OBSERVATIONS.text(), counts);
    }

    private static List<TableModel.Column> columns(GroupDifferenceFit fit, Labels labels) {
        List<Text> headers = List.of(
                group(fit, 0, labels),
                group(fit, 1, labels),
                InferenceVocabulary.DIFFERENCE.text(),
                InferenceVocabulary.P_CHOW.text(),
                InferenceVocabulary.P_STACKED.text(),
                InferenceVocabulary.P_EMPIRICAL.text(),
                InferenceVocabulary.P_ONE_SIDED.text());
        return headers.stream().map(TableModel.Column::new).toList();
    }

    private static List<Text> remarks(GroupDifferenceFit fit, Labels labels) {
        Text units = fit.unit().equals("rows") ? InferenceVocabulary.THE_ROWS.text() : labels.text(fit.unit());
        List<Text> notes = new ArrayList<>();
        notes.add(InferenceVocabulary.GROUPS_METHODS.text());
        notes.add((fit.resample().equals("permute")
                        ? InferenceVocabulary.GROUPS_PERMUTED
                        : InferenceVocabulary.GROUPS_RESAMPLED)
                .text(Numbers.grouped(fit.draws()), units));
        fit.remarks().forEach(remark -> notes.add(Text.of(remark)));
        return notes;
    }

    private static Text group(GroupDifferenceFit fit, int which, Labels labels) {
        return InferenceVocabulary.GROUP_IS.text(labels.text(fit.group()), value(fit, which, labels));
    }

    private static Text value(GroupDifferenceFit fit, int which, Labels labels) {
        return labels.valueText(fit.group(), fit.values().get(which));
    }

    private static String rows(GroupDifferenceFit fit, int which) {
        return String.valueOf(fit.rows().get(which));
    }

    private static Cell p(Optional<Double> value) {
        return FitRows.number(value.orElse(Double.NaN), FitRows.P_DIGITS);
    }
}
