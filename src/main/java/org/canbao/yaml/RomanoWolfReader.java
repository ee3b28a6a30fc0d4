package org.canbao.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.Expr;
import org.canbao.spec.Formula;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.RomanoWolf;
import org.canbao.spec.RomanoWolf.Bootstrap;
import org.canbao.spec.VcovSpec;
import org.canbao.spec.WildBootstrapSpec;

/** Reads families of tests. */
final class RomanoWolfReader implements ModelReader {
    private static final int DEFAULT_DRAWS = 9999;
    static final int MOST_DRAWS = 1_000_000;

    private static final KeySet KEYS = KeySet.of(
            "spec of model `romano-wolf`",
            "model",
            "the model that is estimated",
            "specs",
            "the regressions of the family: ids of specs, or specs; or `spec` and `outcomes`",
            "spec",
            "one regression, the id of a spec or a spec, which is estimated for each of `outcomes`",
            "outcomes",
            "the outcomes of the family: columns or expressions such as log(income)",
            "coefficient",
            "the coefficient that is tested, as results name it",
            "bootstrap",
            "wild (the default: residuals of a cluster times one weight) or pairs (clusters drawn with replacement)",
            "wild_type",
            "whether wild draws impose the null hypothesis: restricted (the default) or unrestricted",
            "wild_weights",
            "what multiplies the residuals of a cluster in wild draws; rademacher by default",
            "draws",
            "how many draws; 9999 by default",
            "seed",
            "seed of the draws; that of the study, or 1, by default");

    static final Choice<Bootstrap> BOOTSTRAP = new Choice<>("bootstrap", bootstraps());

    private static Map<String, Bootstrap> bootstraps() {
        Map<String, Bootstrap> choices = new LinkedHashMap<>();
        choices.put("wild", Bootstrap.WILD);
        choices.put("pairs", Bootstrap.PAIRS);
        return choices;
    }

    @Override
    public String model() {
        return "romano-wolf";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<String> coefficient = fields.required("coefficient", Values::text);
        Bootstrap bootstrap = fields.optional("bootstrap", BOOTSTRAP::read).orElse(Bootstrap.WILD);
        WildBootstrapSpec.Type type =
                fields.optional("wild_type", WildBootstrapReader.TYPE::read).orElse(WildBootstrapSpec.Type.RESTRICTED);
        WildBootstrapSpec.Weights weights = fields.optional("wild_weights", WildBootstrapReader.WEIGHTS::read)
                .orElse(WildBootstrapSpec.Weights.RADEMACHER);
        int draws = fields.optional("draws", node -> Values.wholeBetween(node, 1, MOST_DRAWS))
                .orElse(DEFAULT_DRAWS);
        long seed = fields.optional("seed", Values::whole).orElse(1L);
        if (bootstrap == Bootstrap.PAIRS && (fields.says("wild_type") || fields.says("wild_weights"))) {
            fields.report(
                    fields.says("wild_type") ? "wild_type" : "wild_weights",
                    Diagnostic.error(YamlCode.CONFLICT, "only wild draws have a type and weights"));
        }
        List<ModelSpec.Ols> family = family(fields, scope);
        check(fields, family);
        return fields.failed() || family.isEmpty()
                ? Optional.empty()
                : Optional.of(new RomanoWolf(
                        family.get(0).common().as(id),
                        family,
                        coefficient.orElseThrow(),
                        bootstrap,
                        type,
                        weights,
                        draws,
                        seed));
    }

    private static List<ModelSpec.Ols> family(Fields fields, SpecScope scope) {
        if (fields.has("specs")) {
            for (String key : List.of("spec", "outcomes")) {
                if (fields.says(key)) {
                    fields.report(key, Diagnostic.error(YamlCode.CONFLICT, "`specs` lists the whole family already"));
                }
            }
            return fields
                    .optional("specs", node -> Values.list(node, "a list of specs", one -> regression(one, scope)))
                    .orElse(List.of())
                    .stream()
                    .flatMap(Optional::stream)
                    .toList();
        }
        Optional<Optional<ModelSpec.Ols>> one = fields.required("spec", node -> regression(node, scope));
        Optional<List<Expr>> outcomes =
                fields.required("outcomes", node -> Values.list(node, "a list of outcomes", scope.formulas()::expr));
        List<ModelSpec.Ols> family = new ArrayList<>();
        if (one.isPresent() && one.get().isPresent()) {
            ModelSpec.Ols spec = one.get().get();
            for (Expr outcome : outcomes.orElse(List.of())) {
                Formula f = spec.formula();
                family.add(new ModelSpec.Ols(
                        spec.common(),
                        new Formula(outcome, f.terms(), f.intercept(), f.fixedEffects(), f.text(), f.place())));
            }
        }
        return family;
    }

    /** A regression; empty if it has findings of its own. */
    private static Optional<ModelSpec.Ols> regression(Located node, SpecScope scope) {
        Optional<ModelSpec> spec = scope.bases().read(node);
        if (spec.isPresent() && !(spec.get() instanceof ModelSpec.Ols)) {
            throw Diagnostic.error(
                            YamlCode.CONFLICT,
                            "a family holds regressions of model `ols`, not `"
                                    + spec.get().model() + "`")
                    .at(node.place())
                    .toException();
        }
        return spec.map(ModelSpec.Ols.class::cast);
    }

    private static void check(Fields fields, List<ModelSpec.Ols> family) {
        List<VcovSpec> kinds =
                family.stream().map(one -> one.common().vcov()).distinct().toList();
        List<String> clusters = family.stream()
                .map(one -> one.common().vcov().clusters().stream()
                        .map(VcovSpec.ClusterTerm::text)
                        .toList()
                        .toString())
                .distinct()
                .toList();
        boolean oneWay = kinds.stream()
                .allMatch(kind ->
                        kind instanceof VcovSpec.Clustered && kind.clusters().size() == 1);
        if (!oneWay || clusters.size() > 1) {
            fields.report(
                    fields.has("specs") ? "specs" : "spec",
                    Diagnostic.error(YamlCode.CONFLICT, "all regressions of a family draw the same clusters of one way")
                            .hint("write `vcov: cluster` with the same `cluster` in each"));
        }
    }
}
