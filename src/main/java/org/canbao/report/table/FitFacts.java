package org.canbao.report.table;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.spec.Text;

/** What describes one fit as a whole, so that a reader can compare conventions with other software. */
final class FitFacts {
    private static final int DIGITS = 6;

    private final FitColumn fit;
    private final Labels labels;
    private final EffectLabels effects;
    private final List<Fact> facts = new ArrayList<>();

    private FitFacts(Fit fit, Labels labels) {
        this.fit = new FitColumn(1, Text.of(""), fit);
        this.labels = JumpLabels.of(List.of(this.fit), labels);
        this.effects = new EffectLabels(labels);
    }

    /** One thing to know: what it is, and how it is. */
    record Fact(Text label, Text value) {}

    /** The facts, in the order in which they print. */
    static List<Fact> of(Fit fit, Labels labels) {
        FitFacts facts = new FitFacts(fit, labels);
        facts.addModel();
        facts.addInference(fit.inference());
        facts.addLosses(fit.inference());
        return List.copyOf(facts.facts);
    }

    private void addModel() {
        Fit.Regression regression = fit.regression();
        add(Vocabulary.MODEL, Text.of(fit.fit().model()));
        add(Vocabulary.OUTCOME, labels.text(regression.outcome()));
        add(Vocabulary.OBSERVATIONS, Text.of(Numbers.grouped(regression.n())));
        add(Vocabulary.R2, fixed(regression.r2()));
        add(Vocabulary.R2_ADJUSTED, fixed(regression.r2Adj()));
        regression.r2Within().ifPresent(within -> add(Vocabulary.R2_WITHIN, fixed(within)));
        add(Vocabulary.OUTCOME_MEAN, shown(regression.outcomeMean()));
        addList(
                Vocabulary.ABSORBED,
                regression.fixedEffects().stream()
                        .map(e -> Vocabulary.ABSORBED_LEVELS.text(
                                effects.text(e.effect()), Numbers.grouped(e.levels()))));
        fit.discontinuity().ifPresent(this::addDiscontinuity);
        fit.eventStudy().flatMap(Fit.EventStudy::pretrend).ifPresent(test -> add(Vocabulary.PRETREND, wald(test)));
    }

    private void addDiscontinuity(Fit.RdPolynomial found) {
        Fit.Discontinuity at = found.discontinuity();
        add(Vocabulary.RUNNING, labels.text(at.running()));
        Vocabulary treated = at.treatedRight() ? Vocabulary.TREATED_RIGHT : Vocabulary.TREATED_LEFT;
        add(Vocabulary.CUTOFF, treated.text(Numbers.exact(at.cutoff())));
        if (!at.window().isEmpty()) {
            add(
                    Vocabulary.WINDOW,
                    Text.of("[" + Numbers.exact(at.window().get(0)) + ", "
                            + Numbers.exact(at.window().get(1)) + "]"));
        }
        add(Vocabulary.POLYNOMIAL_ORDER, Text.of(String.valueOf(at.order())));
        add(Vocabulary.POLYNOMIAL_SIDES, (at.separate() ? Vocabulary.SIDES_SEPARATE : Vocabulary.SIDES_COMMON).text());
        add(
                Vocabulary.MEANS_AT_CUTOFF,
                Vocabulary.MEANS_OF_SIDES.text(
                        shown(found.untreated().mean()),
                        LossWords.rows(found.untreated().rows()),
                        shown(found.treated().mean()),
                        LossWords.rows(found.treated().rows())));
    }

    private void addInference(Inference inference) {
        add(Vocabulary.COVARIANCE, Text.of(inference.vcov()));
        addList(
                Vocabulary.CLUSTER_COUNT,
                inference.clusters().stream()
                        .map(c -> Vocabulary.CLUSTER_GROUPS.text(effects.levels(c.by()), Numbers.grouped(c.groups()))));
        add(Vocabulary.PARAMETERS, Text.of(String.valueOf(inference.k())));
        add(Vocabulary.DEGREES, degrees(fit.regression(), inference));
        add(Vocabulary.FACTOR, shown(inference.factor()));
        add(Vocabulary.PATH, Vocabulary.PATH_BECAUSE.text(inference.path(), inference.pathReason()));
        fit.regression()
                .wildBootstrap()
                .ifPresent(test -> add(Vocabulary.BOOTSTRAP, new BootstrapWords(labels).fact(test)));
        inference.weights().ifPresent(w -> add(Vocabulary.WEIGHTS, labels.text(w)));
        if (inference.repaired()) {
            add(Vocabulary.REPAIRED, Vocabulary.SE_REPAIRED.text());
        }
    }

    private void addLosses(Inference inference) {
        LossWords words = new LossWords(labels, effects);
        inference.lost().stream()
                .filter(loss -> loss.rows() > 0)
                .forEach(loss -> add(Vocabulary.ROWS_LOST, words.reason(loss)));
        DropWords drops = new DropWords(labels, effects);
        fit.regression().dropped().forEach(d -> add(Vocabulary.DROPPED, drops.sentence(d)));
    }

    private static Text wald(Fit.WaldTest test) {
        return Vocabulary.WALD.text(
                Numbers.shown(test.statistic(), Numbers.decimals(4, test.statistic())),
                test.df1(),
                degrees(test.df2()),
                Numbers.shown(test.pValue(), Numbers.decimals(4, test.pValue())));
    }

    private static Text degrees(Fit.Regression regression, Inference inference) {
        DoubleSummaryStatistics own = regression.coefficients().stream()
                .flatMapToDouble(c -> c.df().stream())
                .filter(df -> !Double.isNaN(df))
                .summaryStatistics();
        return own.getCount() == 0
                ? Text.of(degrees(inference.df()))
                : Vocabulary.DEGREES_OWN.text(degrees(own.getMin()), degrees(own.getMax()));
    }

    /** Degrees of freedom are mostly whole; infinite ones mean the normal distribution. */
    private static String degrees(double df) {
        if (Double.isInfinite(df)) {
            return "∞";
        }
        return df == StrictMath.rint(df) ? Numbers.fixed(df, 0) : Numbers.fixed(df, 3);
    }

    private static Text fixed(double value) {
        return Text.of(Numbers.fixed(value, DIGITS));
    }

    private static Text shown(double value) {
        return Text.of(Numbers.shown(value, Numbers.decimals(DIGITS, value)));
    }

    private void addList(Vocabulary label, Stream<Text> values) {
        List<Text> list = values.toList();
        if (!list.isEmpty()) {
            add(label, Vocabulary.list(list));
        }
    }

    private void add(Vocabulary label, Text value) {
        facts.add(new Fact(label.text(), value));
    }
}
