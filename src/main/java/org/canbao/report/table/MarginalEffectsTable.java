package org.canbao.report.table;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.Vocabulary;
import org.canbao.result.MarginalEffects;
import org.canbao.result.WithMarginalEffects;
import org.canbao.spec.Text;

/** Average marginal effects as a table of their own, on each level of an ordered outcome in a panel. */
final class MarginalEffectsTable {
    private MarginalEffectsTable() {}

    /** The table; none without marginal effects. */
    static List<TableModel> of(WithMarginalEffects fit, TableContext context) {
        if (fit.marginalEffects().isEmpty()
                || fit.marginalEffects().get().effects().isEmpty()) {
            return List.of();
        }
        MarginalEffects effects = fit.marginalEffects().get();
        Labels labels = context.labels();
        List<TableModel.Row> rows = new ArrayList<>();
        for (double outcome : effects.outcomes()) {
            rows.add(new TableModel.Panel(level(fit, outcome, labels)));
            effects.on(Optional.of(outcome)).forEach(effect -> rows.add(row(effect, labels)));
        }
        effects.on(Optional.empty()).forEach(effect -> rows.add(row(effect, labels)));
        return List.of(FitRows.table(
                "marginal-effects", Vocabulary.MARGINAL_EFFECTS.text(), FitRows.columns(), rows, context));
    }

    /** Which effects cannot be estimated, and why. */
    static List<FitFacts.Fact> facts(WithMarginalEffects fit, TableContext context) {
        List<Text> words = fit.marginalEffects().map(MarginalEffects::leftOut).orElse(List.of()).stream()
                .map(one -> Vocabulary.MARGINAL_LEFT_OUT.text(
                        context.labels().text(one.name()), context.labels().text(one.term())))
                .toList();
        return words.isEmpty()
                ? List.of()
                : List.of(new FitFacts.Fact(Vocabulary.MARGINAL_MISSING.text(), Vocabulary.list(words)));
    }

    /** A record per effect. */
    static void records(WithMarginalEffects fit, FitRecords out) throws IOException {
        if (fit.marginalEffects().isEmpty()) {
            return;
        }
        for (MarginalEffects.Effect effect : fit.marginalEffects().get().effects()) {
            String what = effect.from().isEmpty() ? "derivative" : "change from " + effect.from();
            String outcome = effect.outcome().isEmpty()
                    ? ""
                    : ", outcome " + Numbers.exact(effect.outcome().getAsDouble());
            out.estimate("marginal_effect", effect.estimate(), fit.inference().df(), "", what + outcome);
        }
        for (MarginalEffects.LeftOut one : fit.marginalEffects().get().leftOut()) {
            out.note("marginal_effect", one.name(), "cannot be estimated: " + one.term() + " was left out");
        }
    }

    /** What stands for the probability of a level. */
    static Text level(WithMarginalEffects fit, double outcome, Labels labels) {
        return Vocabulary.ON_PROBABILITY.text(labels.valueText(fit.outcome(), Numbers.exact(outcome)));
    }

    private static TableModel.Row row(MarginalEffects.Effect effect, Labels labels) {
        String name = effect.estimate().name();
        Text label = effect.kind() == MarginalEffects.Kind.DERIVATIVE
                ? labels.text(name)
                : Vocabulary.MARGINAL_CHANGE.text(labels.text(name), from(effect, labels));
        String key = effect.outcome().isEmpty()
                ? name
                : name + "@" + Numbers.exact(effect.outcome().getAsDouble());
        return new TableModel.Line(key, label, FitRows.cells(effect.estimate()));
    }

    private static Text from(MarginalEffects.Effect effect, Labels labels) {
        int levels = effect.estimate().name().indexOf("::");
        return levels < 0
                ? Text.of(effect.from())
                : labels.valueText(effect.estimate().name().substring(0, levels), effect.from());
    }
}
