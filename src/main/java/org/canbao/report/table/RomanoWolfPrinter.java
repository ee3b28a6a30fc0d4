package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.canbao.report.InferenceVocabulary;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.Coefficient;
import org.canbao.result.RomanoWolfFit;
import org.canbao.spec.Text;

/** A family of tests: each estimate with its p-values, by itself and adjusted. */
final class RomanoWolfPrinter implements FitPrinter<RomanoWolfFit> {
    @Override
    public Class<RomanoWolfFit> type() {
        return RomanoWolfFit.class;
    }

    @Override
    public List<TableModel> leading(RomanoWolfFit fit, TableContext context) {
        List<TableModel.Row> rows = new ArrayList<>();
        for (RomanoWolfFit.Hypothesis h : fit.hypotheses()) {
            List<Cell> estimate = FitRows.cells(h.estimate());
            rows.add(new TableModel.Line(
                    h.name(),
                    context.labels().text(h.name()),
                    List.of(
                            estimate.get(0),
                            estimate.get(1),
                            p(h.estimate().pValue()),
                            p(h.single()),
                            p(h.romanoWolf()),
                            p(h.holm()),
                            p(h.benjaminiHochberg()),
                            new Cell.Count(h.n()))));
        }
        TableModel plain = FitRows.table(
                "romano-wolf",
                InferenceVocabulary.FAMILY.text(context.labels().text(fit.coefficient())),
                columns(),
                rows,
                context);
        return List.of(new TableModel(
                plain.id(),
                plain.title(),
                plain.simulated(),
                plain.stub(),
                plain.groups(),
                plain.columns(),
                plain.rows(),
                List.of(draws(fit)),
                Optional.empty()));
    }

    @Override
    public List<String> hidden(RomanoWolfFit fit) {
        return fit.coefficients().stream().map(Coefficient::name).toList();
    }

    @Override
    public void records(RomanoWolfFit fit, FitRecords out) throws IOException {
        for (RomanoWolfFit.Hypothesis h : fit.hypotheses()) {
            out.estimate("hypothesis", h.estimate(), fit.inference().df(), String.valueOf(h.n()), fit.coefficient());
            out.pValue("p_bootstrap", h.name(), h.single(), "");
            out.pValue("p_romano_wolf", h.name(), h.romanoWolf(), fit.draws() + " draws");
            out.pValue("p_holm", h.name(), h.holm(), "");
            out.pValue("p_benjamini_hochberg", h.name(), h.benjaminiHochberg(), "");
        }
    }

    private static Text draws(RomanoWolfFit fit) {
        String number = Numbers.grouped(fit.draws());
        if (fit.bootstrap().equals("pairs")) {
            return InferenceVocabulary.FAMILY_PAIRS.text(number);
        }
        return (fit.enumerated() ? InferenceVocabulary.FAMILY_ENUMERATED : InferenceVocabulary.FAMILY_WILD)
                .text(number, fit.weights());
    }

    private static Cell p(double value) {
        return FitRows.number(value, FitRows.P_DIGITS);
    }

    private static List<TableModel.Column> columns() {
        return Stream.of(
                        Vocabulary.ESTIMATE,
                        Vocabulary.STD_ERROR,
                        Vocabulary.P_VALUE,
                        InferenceVocabulary.P_BOOTSTRAP,
                        InferenceVocabulary.P_ROMANO_WOLF,
                        InferenceVocabulary.P_HOLM,
                        InferenceVocabulary.P_DISCOVERY,
                        InferenceVocabulary.COLUMN_N)
                .map(word -> new TableModel.Column(word.text()))
                .toList();
    }
}
