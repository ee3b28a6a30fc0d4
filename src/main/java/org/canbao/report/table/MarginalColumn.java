package org.canbao.report.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.report.Labels;
import org.canbao.report.Numbers;
import org.canbao.report.TableCode;
import org.canbao.report.Vocabulary;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.MarginalEffects;
import org.canbao.result.WithMarginalEffects;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.TableSpec;
import org.canbao.spec.Text;

/** A column of a regression table that shows average marginal effects; terms that none goes through are controls. */
final class MarginalColumn {
    private static final String CONSTANT = "intercept";

    private MarginalColumn() {}

    /**
     * The column.
     *
     * @param spec the spec of the fit, for messages
     * @throws org.canbao.diag.CanbaoException CB0611 if the fit has no marginal effects, or none on the level
     */
    static FitColumn of(int number, Text header, Fit fit, TableSpec.Marginal marginal, ColumnRef spec, Labels labels) {
        if (!(fit instanceof WithMarginalEffects found)
                || found.marginalEffects().isEmpty()) {
            throw Diagnostic.error(TableCode.NO_MARGINAL_EFFECTS, "spec `" + spec + "` has no marginal effects")
                    .at(spec.place())
                    .toException();
        }
        MarginalEffects effects = found.marginalEffects().get();
        List<MarginalEffects.Effect> shown = effects.on(marginal.level());
        if (shown.isEmpty()) {
            throw noLevel(effects, marginal, spec);
        }
        List<Coefficient> estimates =
                shown.stream().map(MarginalEffects.Effect::estimate).toList();
        List<String> controls = new ArrayList<>(
                fit.coefficients().stream().map(Coefficient::name).toList());
        controls.remove(CONSTANT);
        shown.forEach(effect -> controls.removeAll(effect.terms()));
        Text note = marginal.level()
                .map(level -> Vocabulary.MARGINAL_NOTE_ON.text(MarginalEffectsTable.level(found, level, labels)))
                .orElseGet(Vocabulary.MARGINAL_NOTE::text);
        return new FitColumn(number, header, found.showing(estimates), controls, Optional.of(note));
    }

    private static RuntimeException noLevel(MarginalEffects effects, TableSpec.Marginal marginal, ColumnRef spec) {
        Diagnostic finding = Diagnostic.error(
                        TableCode.NO_MARGINAL_EFFECTS,
                        marginal.level()
                                .map(level ->
                                        Numbers.exact(level) + " is no level of the outcome of spec `" + spec + "`")
                                .orElse("no marginal effect of spec `" + spec + "` can be estimated"))
                .at(spec.place());
        return (effects.outcomes().isEmpty()
                        ? finding
                        : finding.hint("its levels: "
                                + String.join(
                                        ", ",
                                        effects.outcomes().stream()
                                                .map(Numbers::exact)
                                                .toList())))
                .toException();
    }
}
