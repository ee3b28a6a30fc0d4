package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.GroupDifference;
import org.canbao.spec.GroupDifference.Resample;
import org.canbao.spec.ModelSpec;

/** Reads tests of differences between groups. */
final class GroupDifferenceReader implements ModelReader {
    private static final int DEFAULT_DRAWS = 1000;
    static final int MOST_DRAWS = 1_000_000;

    private static final KeySet KEYS = KeySet.of(
            "spec of model `group-difference`",
            "model",
            "the model that is estimated",
            "spec",
            "the regression that is estimated in each group: the id of a spec of model ols, or such a spec",
            "group",
            "column with the two groups",
            "coefficient",
            "the coefficients whose differences are tested, as results name them; all by default",
            "unit",
            "column whose units exchange groups in the draws; rows by default",
            "resample",
            "how draws are made: permute (the default) or bootstrap, each group drawn from both together",
            "draws",
            "how many draws; 1000 by default",
            "seed",
            "seed of the draws; that of the study, or 1, by default");

    static final Choice<Resample> RESAMPLE = new Choice<>("resample", resamples());

    private static Map<String, Resample> resamples() {
        Map<String, Resample> choices = new LinkedHashMap<>();
        choices.put("permute", Resample.PERMUTE);
        choices.put("bootstrap", Resample.BOOTSTRAP);
        return choices;
    }

    @Override
    public String model() {
        return "group-difference";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<Optional<ModelSpec>> base = fields.required("spec", scope.bases()::read);
        Optional<ColumnRef> group = fields.required("group", Values::column);
        List<String> coefficients = fields.optional("coefficient", node -> Values.oneOrMore(node, Values::text))
                .orElse(List.of());
        Optional<ColumnRef> unit = fields.optional("unit", Values::column);
        Resample resample = fields.optional("resample", RESAMPLE::read).orElse(Resample.PERMUTE);
        int draws = fields.optional("draws", node -> Values.wholeBetween(node, 1, MOST_DRAWS))
                .orElse(DEFAULT_DRAWS);
        long seed = fields.optional("seed", Values::whole).orElse(1L);
        base.flatMap(found -> found)
                .filter(found -> !(found instanceof ModelSpec.Ols))
                .ifPresent(found -> fields.report(
                        "spec",
                        Diagnostic.error(
                                YamlCode.CONFLICT,
                                "groups are compared by regressions of model `ols`, not `" + found.model() + "`")));
        if (fields.failed() || base.orElseThrow().isEmpty()) {
            return Optional.empty();
        }
        ModelSpec.Ols regression = (ModelSpec.Ols) base.get().orElseThrow();
        ModelSpec.Ols own = new ModelSpec.Ols(regression.common().as(id), regression.formula());
        return Optional.of(new GroupDifference(own, group.orElseThrow(), coefficients, unit, resample, draws, seed));
    }
}
