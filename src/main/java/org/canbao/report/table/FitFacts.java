package org.canbao.report.table;

import java.util.ArrayList;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.canbao.privacy.ShownCount;
import org.canbao.report.InferenceVocabulary;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.report.Words;
import org.canbao.result.ByEventTime;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.spec.Text;

/** What describes one fit as a whole, so that a reader can compare conventions with other software. */
public final class FitFacts {
    private static final int DIGITS = 6;
    /** Conventions that need no mention: the default, that of the covariance, none. */
    private static final Set<String> IMPLIED = Set.of("", "fixest", "clubSandwich");

    private final FitColumn fit;
    private final Labels labels;
    private final TableContext context;
    private final EffectLabels effects;
    private final List<Fact> facts = new ArrayList<>();

    private FitFacts(Fit fit, TableContext context) {
        this.fit = new FitColumn(1, Text.of(""), fit);
        this.labels = AttLabels.of(List.of(this.fit), context.labels());
        this.context = new TableContext(labels, context.notes(), context.simulated(), context.protection());
        this.effects = new EffectLabels(labels);
    }

    /** One thing to know: what it is, and how it is. */
    public record Fact(Text label, Text value) {}

    /** The facts that may be shown, in the order in which they print. */
    public static List<Fact> of(Fit fit, TableContext context) {
        FitFacts facts = new FitFacts(fit, context);
        facts.addModel();
        facts.addInference(fit.inference());
        facts.addLosses(fit.inference());
        return List.copyOf(facts.facts);
    }

    /** How its standard errors were computed, in a sentence. */
    public static Text errors(Fit fit, Labels labels) {
        return errors(FitPrinters.of(fit), new SeWords(new EffectLabels(labels)));
    }

    private static <F extends Fit> Text errors(FitPrinters.Printed<F> printed, SeWords words) {
        return printed.printer().errors(printed.fit(), words);
    }

    private void addModel() {
        Fit shown = fit.fit();
        add(Vocabulary.MODEL, Text.of(shown.model()));
        add(Vocabulary.OUTCOME, labels.text(shown.outcome()));
        add(
                Vocabulary.OBSERVATIONS,
                Text.of(ShownCount.of(shown.n(), context.protection()).text()));
        shown.measures().forEach((measure, value) -> facts.add(MeasureWords.fact(measure, value)));
        addList(
                Vocabulary.ABSORBED,
                shown.fixedEffects().stream()
                        .map(e -> Vocabulary.ABSORBED_LEVELS.text(
                                effects.text(e.effect()), Numbers.grouped(e.levels()))));
        addOwn(fit.printed());
        fit.eventStudy().flatMap(ByEventTime::pretrend).ifPresent(test -> add(Vocabulary.PRETREND, wald(test)));
    }

    private <F extends Fit> void addOwn(FitPrinters.Printed<F> printed) {
        facts.addAll(printed.printer().facts(printed.fit(), context));
    }

    private void addInference(Inference inference) {
        add(Vocabulary.COVARIANCE, Text.of(inference.vcov()));
        addList(
                Vocabulary.CLUSTER_COUNT,
                inference.clusters().stream()
                        .map(c -> Vocabulary.CLUSTER_GROUPS.text(effects.levels(c.by()), Numbers.grouped(c.groups()))));
        add(Vocabulary.PARAMETERS, Text.of(String.valueOf(inference.k())));
        add(Vocabulary.DEGREES, degrees(fit.fit(), inference));
        if (!Double.isNaN(inference.factor())) {
            add(Vocabulary.FACTOR, shown(inference.factor()));
        }
        add(Vocabulary.PATH, Vocabulary.PATH_BECAUSE.text(inference.path(), inference.pathReason()));
        fit.fit().wildBootstrap().ifPresent(test -> add(Vocabulary.BOOTSTRAP, new BootstrapWords(labels).fact(test)));
        inference.weights().ifPresent(w -> add(Vocabulary.WEIGHTS, labels.text(w)));
        if (inference.repaired()) {
            add(Vocabulary.REPAIRED, Vocabulary.SE_REPAIRED.text());
        }
        if (!IMPLIED.contains(inference.conventions())) {
            add(InferenceVocabulary.CONVENTIONS, Text.of(inference.conventions()));
        }
        inference.notes().forEach(note -> add(Vocabulary.DROPPED, words(note, inference)));
    }

    private static Text words(Inference.Note note, Inference inference) {
        return switch (note) {
            case PERFECT_FIT -> InferenceVocabulary.NOTE_PERFECT_FIT.text();
            case ALWAYS_TREATED -> InferenceVocabulary.NOTE_ALWAYS_TREATED.text();
            case REDUNDANT_EFFECTS ->
                InferenceVocabulary.NOTE_REDUNDANT_EFFECTS.text(
                        inference.kExact().orElse(inference.k()));
        };
    }

    private void addLosses(Inference inference) {
        LossWords words = new LossWords(labels, effects, context.protection());
        inference.lost().stream()
                .filter(loss -> loss.rows() > 0)
                .forEach(loss -> add(Vocabulary.ROWS_LOST, words.reason(loss)));
        DropWords drops = new DropWords(labels, effects);
        fit.fit().dropped().forEach(d -> add(Vocabulary.DROPPED, drops.sentence(d)));
    }

    /** "F(3, 59) = 1.9000, p = 0.1300". */
    static Text wald(Fit.WaldTest test) {
        return Vocabulary.WALD.text(
                Numbers.shown(test.statistic(), Numbers.decimals(4, test.statistic())),
                test.df1(),
                degrees(test.df2()),
                Numbers.shown(test.pValue(), Numbers.decimals(4, test.pValue())));
    }

    private static Text degrees(Fit fit, Inference inference) {
        DoubleSummaryStatistics own = fit.coefficients().stream()
                .flatMapToDouble(c -> c.df().stream())
                .filter(df -> !Double.isNaN(df))
                .summaryStatistics();
        return own.getCount() == 0
                ? Text.of(degrees(inference.df()))
                : Vocabulary.DEGREES_OWN.text(degrees(own.getMin()), degrees(own.getMax()));
    }

    /** Degrees of freedom are mostly whole; infinite ones mean the normal distribution. */
    static String degrees(double df) {
        if (!Double.isFinite(df)) {
            return "∞";
        }
        return df == StrictMath.rint(df) ? Numbers.fixed(df, 0) : Numbers.fixed(df, 3);
    }

    private static Text shown(double value) {
        return Text.of(Numbers.shown(value, Numbers.decimals(DIGITS, value)));
    }

    private void addList(Words label, Stream<Text> values) {
        List<Text> list = values.toList();
        if (!list.isEmpty()) {
            add(label, Vocabulary.list(list));
        }
    }

    private void add(Words label, Text value) {
        facts.add(new Fact(label.text(), value));
    }
}
