package org.canbao.yaml;

import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.FixedEffect;
import org.canbao.spec.Formula;
import org.canbao.spec.MarginalEffectsSpec;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Ordered;
import org.canbao.spec.SmallSampleSpec;
import org.canbao.spec.VcovSpec;

/** Reads regressions of ordered outcomes. */
record OrderedReader(Ordered.Link link) implements ModelReader {
    @Override
    public String model() {
        return link.model();
    }

    @Override
    public KeySet keys() {
        return KeySet.of(
                        "spec of model `" + model() + "`",
                        "formula",
                        "outcome ~ terms; the outcome's values are levels in ascending order, effects are indicators: i(city)",
                        "vcov",
                        "how the covariance is computed: iid, hc0, hc1 or cluster; must be said, here or under `defaults`",
                        "cluster",
                        "columns by which errors are clustered (several: multi-way; city^year: combined)")
                .and(MarginalEffectsReader.KEYS)
                .and(CommonReader.ROW_KEYS);
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<VcovSpec> vcov = VcovReader.read(fields);
        ModelSpec.Common rows = CommonReader.rows(id, fields);
        Optional<Formula> formula = fields.required("formula", scope.formulas()::formula);
        vcov.ifPresent(found -> checkVcov(fields, found));
        formula.filter(found -> !found.fixedEffects().isEmpty()).ifPresent(found -> reportEffects(fields, found));
        Optional<MarginalEffectsSpec> marginal = MarginalEffectsReader.read(fields, formula, Optional.empty());
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new Ordered(
                        new ModelSpec.Common(
                                id,
                                rows.where(),
                                rows.weights(),
                                vcov.orElseThrow(),
                                SmallSampleSpec.FIXEST,
                                true,
                                rows.place()),
                        formula.orElseThrow(),
                        link,
                        marginal));
    }

    private void checkVcov(Fields fields, VcovSpec vcov) {
        boolean leverage = vcov instanceof VcovSpec.Hetero hetero
                && (hetero.leverage() == VcovSpec.Leverage.HC2 || hetero.leverage() == VcovSpec.Leverage.HC3);
        if (leverage || vcov instanceof VcovSpec.ClusterRobust) {
            fields.report(
                    "vcov",
                    Diagnostic.error(YamlCode.CONFLICT, "model `" + model() + "` has no such covariance")
                            .hint("use `vcov: cluster`, hc0, hc1 or iid"));
        }
    }

    private void reportEffects(Fields fields, Formula formula) {
        FixedEffect first = formula.fixedEffects().get(0);
        fields.report(
                "formula",
                Diagnostic.error(YamlCode.CONFLICT, "model `" + model() + "` absorbs no effects")
                        .hint("write them as indicators: `+ i(" + first.text() + ")`"));
    }
}
