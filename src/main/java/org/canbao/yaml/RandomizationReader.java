package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Nearest;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Randomization;
import org.canbao.spec.Randomization.Permute;
import org.canbao.spec.Randomization.Statistic;
import org.canbao.spec.Term;

/** Reads randomization inference. */
final class RandomizationReader implements ModelReader {
    private static final int DEFAULT_DRAWS = 500;
    static final int MOST_DRAWS = 1_000_000;

    private static final KeySet KEYS = KeySet.of(
            "spec of model `randomization`",
            "model",
            "the model that is estimated",
            "spec",
            "the model with the real treatment: the id of a spec, or a spec",
            "treatment",
            "for `ols`: the column of the formula that is made anew in each draw",
            "coefficient",
            "the estimate that is compared, as results name it; the treatment by default",
            "permute",
            "what is assigned anew: units (exchange cohorts or treatments), dates (become others), both, or rows",
            "unit",
            "column with the units of assignment",
            "cohort",
            "column with the unit's first treated period; null for never treated",
            "time",
            "column with the period",
            "within",
            "column within whose levels alone units or rows exchange",
            "statistic",
            "what is compared: estimate (the default) or t",
            "draws",
            "how many draws; 500 by default",
            "seed",
            "seed of the draws; that of the study, or 1, by default");

    static final Choice<Permute> PERMUTE = new Choice<>("permute", names(Permute.values()));
    static final Choice<Statistic> STATISTIC = new Choice<>("statistic", names(Statistic.values()));

    private static <E extends Enum<E>> Map<String, E> names(E[] values) {
        Map<String, E> choices = new LinkedHashMap<>();
        for (E value : values) {
            choices.put(value.name().toLowerCase(Locale.ROOT), value);
        }
        return choices;
    }

    @Override
    public String model() {
        return "randomization";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<Optional<ModelSpec>> base = fields.required("spec", scope.bases()::read);
        Optional<Permute> permute = fields.required("permute", PERMUTE::read);
        Optional<ColumnRef> treatment = fields.optional("treatment", Values::column);
        Optional<String> coefficient = fields.optional("coefficient", Values::text);
        Optional<ColumnRef> unit = fields.optional("unit", Values::column);
        Optional<ColumnRef> cohort = fields.optional("cohort", Values::column);
        Optional<ColumnRef> time = fields.optional("time", Values::column);
        Optional<ColumnRef> within = fields.optional("within", Values::column);
        Statistic statistic = fields.optional("statistic", STATISTIC::read).orElse(Statistic.ESTIMATE);
        int draws = fields.optional("draws", node -> Values.wholeBetween(node, 1, MOST_DRAWS))
                .orElse(DEFAULT_DRAWS);
        long seed = fields.optional("seed", Values::whole).orElse(1L);
        if (base.isPresent() && base.get().isPresent() && permute.isPresent()) {
            check(fields, base.get().get(), permute.get());
        }
        if (fields.failed() || base.orElseThrow().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Randomization(
                base.get().orElseThrow(),
                treatment,
                coefficient.or(() -> treatment.map(ColumnRef::name)).orElseThrow(),
                permute.orElseThrow(),
                unit,
                cohort,
                time,
                within,
                statistic,
                draws,
                seed));
    }

    private static void check(Fields fields, ModelSpec base, Permute permute) {
        boolean rows = permute == Permute.ROWS;
        if (base instanceof ModelSpec.Ols ols) {
            fields.required("treatment", Values::column).ifPresent(column -> requireTerm(fields, ols, column));
            if (fields.has("cohort")) {
                require(fields, "time");
            }
        } else if (rows) {
            fields.report(
                    "permute",
                    Diagnostic.error(
                                    YamlCode.CONFLICT,
                                    "rows exchange the treatment of `ols` only, and `spec` is `" + base.model() + "`")
                            .hint("exchange units, or write the model as a formula"));
        } else {
            refuse(fields, List.of("treatment"), "model `" + base.model() + "` has no treatment column of a formula");
            require(fields, "cohort");
            require(fields, "coefficient");
        }
        if (rows) {
            refuse(fields, List.of("unit", "cohort", "time"), "`permute: rows` exchanges the treatment of rows");
        } else {
            require(fields, "unit");
        }
        if (permute == Permute.DATES || permute == Permute.BOTH) {
            require(fields, "cohort");
            require(fields, "time");
        }
    }

    private static void require(Fields fields, String key) {
        Function<Located, Object> any = node -> node;
        fields.required(key, any);
    }

    private static void refuse(Fields fields, List<String> keys, String why) {
        for (String key : keys) {
            if (fields.says(key)) {
                fields.report(key, Diagnostic.error(YamlCode.CONFLICT, why).hint("remove `" + key + "`"));
            }
        }
    }

    private static void requireTerm(Fields fields, ModelSpec.Ols base, ColumnRef treatment) {
        List<String> terms = base.formula().terms().stream().map(Term::text).toList();
        if (!terms.contains(treatment.name())) {
            fields.report(
                    "treatment",
                    Diagnostic.error(
                                    YamlCode.CONFLICT,
                                    "treatment `" + treatment.name() + "` is not a term of the formula")
                            .nearest(Nearest.to(treatment.name(), terms)));
        }
    }
}
