package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.OsterVocabulary;
import org.canbao.report.Vocabulary;
import org.canbao.result.Coefficient;
import org.canbao.result.OsterFit;
import org.canbao.spec.Text;

/** What sensitivity to unobservables says beside the coefficient with controls. */
final class OsterPrinter implements FitPrinter<OsterFit> {
    private static final int DIGITS = 6;
    private static final int DELTA_DIGITS = 3;

    @Override
    public Class<OsterFit> type() {
        return OsterFit.class;
    }

    @Override
    public List<FitFacts.Fact> facts(OsterFit fit, TableContext context) {
        Labels labels = context.labels();
        double estimate = fit.coefficients().stream()
                .mapToDouble(Coefficient::estimate)
                .findFirst()
                .orElse(Double.NaN);
        Text name = labels.text(fit.coefficient());
        List<FitFacts.Fact> facts = new ArrayList<>();
        facts.add(fact(
                OsterVocabulary.SHORT.text(),
                OsterVocabulary.ESTIMATE_R2.text(
                        shown(fit.shorter().estimate()), shown(fit.shorter().r2()))));
        facts.add(fact(
                OsterVocabulary.LONG.text(),
                OsterVocabulary.ESTIMATE_R2.text(
                        shown(estimate), shown(fit.regression().r2()))));
        facts.add(fact(OsterVocabulary.R_MAX.text(), Text.of(shown(fit.rMax()))));
        facts.add(fact(
                OsterVocabulary.DELTA.text(name, Numbers.exact(fit.beta())),
                fit.deltaStar().isPresent()
                        ? Text.of(shown(fit.deltaStar().getAsDouble()))
                        : OsterVocabulary.NO_DELTA.text()));
        facts.add(fact(
                OsterVocabulary.BETA.text(name, Numbers.exact(fit.delta())),
                fit.betaStar().isPresent()
                        ? Text.of(shown(fit.betaStar().getAsDouble()))
                        : OsterVocabulary.NO_DELTA.text()));
        if (!fit.others().isEmpty()) {
            facts.add(fact(
                    OsterVocabulary.OTHERS.text(),
                    Vocabulary.list(fit.others().stream()
                            .map(other -> Text.of(shown(other)))
                            .toList())));
        }
        if (fit.reverses()) {
            facts.add(fact(Vocabulary.DROPPED.text(), OsterVocabulary.REVERSES.text()));
        }
        return facts;
    }

    @Override
    public void records(OsterFit fit, FitRecords out) throws IOException {
        out.value("oster", "short_estimate", fit.shorter().estimate(), fit.n(), "");
        out.value("oster", "short_r2", fit.shorter().r2(), fit.n(), "");
        out.value("oster", "r_max", fit.rMax(), fit.n(), "");
        String beta = "beta " + Numbers.exact(fit.beta());
        out.value("oster", "delta_star", fit.deltaStar().orElse(Double.NaN), fit.n(), beta);
        String delta = "delta " + Numbers.exact(fit.delta()) + (fit.reverses() ? ", against assumption 3" : "");
        out.value("oster", "beta_star", fit.betaStar().orElse(Double.NaN), fit.n(), delta);
        for (double other : fit.others()) {
            out.value("oster", "other_solution", other, fit.n(), delta);
        }
    }

    @Override
    public List<FooterRow> tests(OsterFit fit) {
        int digits = DELTA_DIGITS;
        return List.of(
                new FooterRow(
                        "oster_short",
                        OsterVocabulary.SHORT_ESTIMATE.text(),
                        new Cell.Number(fit.shorter().estimate(), digits, false)),
                new FooterRow("oster_r_max", OsterVocabulary.R_MAX.text(), new Cell.Number(fit.rMax(), digits, true)),
                new FooterRow(
                        "oster_delta:" + fit.beta(),
                        OsterVocabulary.COLUMN_DELTA.text(Numbers.exact(fit.beta())),
                        FitRows.number(fit.deltaStar().orElse(Double.NaN), digits)),
                new FooterRow(
                        "oster_beta:" + fit.delta(),
                        OsterVocabulary.COLUMN_BETA.text(Numbers.exact(fit.delta())),
                        FitRows.number(fit.betaStar().orElse(Double.NaN), digits)));
    }

    @Override
    public List<Text> notes(OsterFit fit, Labels labels) {
        return fit.reverses() ? List.of(OsterVocabulary.REVERSES.text()) : List.of();
    }

    @Override
    public List<Text> legends() {
        return List.of(OsterVocabulary.LEGEND.text());
    }

    private static FitFacts.Fact fact(Text label, Text value) {
        return new FitFacts.Fact(label, value);
    }

    private static String shown(double value) {
        return Numbers.shown(value, Numbers.decimals(DIGITS, value));
    }
}
