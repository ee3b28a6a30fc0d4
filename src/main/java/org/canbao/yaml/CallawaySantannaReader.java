package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.CallawaySantanna;
import org.canbao.spec.CallawaySantanna.Average;
import org.canbao.spec.CallawaySantanna.Base;
import org.canbao.spec.CallawaySantanna.Control;
import org.canbao.spec.CallawaySantanna.DrInfluence;
import org.canbao.spec.CallawaySantanna.Inference;
import org.canbao.spec.CallawaySantanna.Method;
import org.canbao.spec.CallawaySantanna.Multiplier;
import org.canbao.spec.CallawaySantanna.Window;
import org.canbao.spec.CallawaySantanna.WithinClusters;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.Term;
import org.canbao.spec.VcovSpec;
import org.canbao.spec.VcovSpec.ClusterTerm;

/** Reads group-time average treatment effects. */
final class CallawaySantannaReader implements ModelReader {
    static final int MOST_DRAWS = 1_000_000;
    private static final int DEFAULT_DRAWS = 1000;
    private static final int FARTHEST = 1000;

    static final Choice<Control> CONTROL = new Choice<>("control", names(Control.values()));
    static final Choice<Method> METHOD = new Choice<>("method", names(Method.values()));
    static final Choice<Base> BASE = new Choice<>("base", names(Base.values()));
    static final Choice<Multiplier> MULTIPLIER = new Choice<>("multiplier", names(Multiplier.values()));
    static final Choice<WithinClusters> CLUSTERS = new Choice<>("cluster_influence", names(WithinClusters.values()));
    static final Choice<DrInfluence> DR_INFLUENCE = new Choice<>("dr_influence", names(DrInfluence.values()));
    static final Choice<Average> AGGREGATE = new Choice<>("aggregate", names(Average.values()));
    static final Choice<Source> INFERENCE = new Choice<>("inference", names(Source.values()));
    /** Whether intervals hold for all estimates together. */
    static final Choice<Boolean> BANDS = new Choice<>("bands", bands());

    private static final KeySet KEYS = KeySet.of(
                    "spec of model `callaway-santanna`",
                    "outcome",
                    "the outcome: a column or an expression such as log(income)",
                    "cohort",
                    "column with the first treated period; null for never treated",
                    "time",
                    "column with the period",
                    "unit",
                    "column with the unit of a panel; without it, rows are repeated cross-sections",
                    "control",
                    "the controls: never-treated units alone, or not-yet-treated ones too",
                    "method",
                    "how covariates are adjusted for: dr (doubly robust, the default), reg or ipw",
                    "covariates",
                    "terms that parallel trends are conditional on, for example age + age^2 + @city",
                    "base",
                    "what effects before treatment are compared with: the period just before (varying, the default) or"
                            + " the last one before treatment (universal)",
                    "anticipation",
                    "periods before treatment in which it may already have effects; 0 by default",
                    "inference",
                    "standard errors from influence functions (analytic, the default), from a multiplier bootstrap, or from"
                            + " estimates without each cluster in turn (jackknife), for few clusters in cohorts",
                    "draws",
                    "how many draws of the bootstrap; 1000 by default",
                    "seed",
                    "seed of the draws; that of the study, or 1, by default",
                    "multiplier",
                    "random numbers of the bootstrap: mammen (the default) or rademacher",
                    "bands",
                    "intervals of a bootstrap: uniform (the default; for all estimates of a table together) or pointwise",
                    "cluster",
                    "column by which influence is clustered (city^year: combined); a panel's units are clusters anyway",
                    "cluster_influence",
                    "how influence is put together within clusters: sum (the default), or mean, as did before 2.5",
                    "dr_influence",
                    "standard errors of dr with repeated cross-sections: drdid, as R's DRDID has them (the default), or"
                            + " derivative, with the sign of one term put right",
                    "min_e",
                    "first event time of the averages by event time",
                    "max_e",
                    "last event time of averages, but for those by period",
                    "balance_e",
                    "averages by event time have only cohorts that are observed so long after treatment",
                    "aggregate",
                    "the average that tables show as `att`: simple (the default), dynamic, group or calendar")
            .and(CommonReader.ROW_KEYS);

    /** Where standard errors come from. */
    enum Source {
        ANALYTIC,
        BOOTSTRAP,
        JACKKNIFE
    }

    @Override
    public String model() {
        return "callaway-santanna";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        FormulaParser formulas = scope.formulas();
        ModelSpec.Common common = common(id, fields);
        Optional<Expr> outcome = fields.required("outcome", formulas::expr);
        Optional<ColumnRef> cohort = fields.required("cohort", Values::column);
        Optional<ColumnRef> time = fields.required("time", Values::column);
        Optional<ColumnRef> unit = fields.optional("unit", Values::column);
        Optional<Control> control = fields.required("control", CONTROL::read);
        List<Term> covariates = fields.optional("covariates", formulas::terms).orElse(List.of());
        int anticipation = fields.optional("anticipation", node -> Values.wholeBetween(node, 0, FARTHEST))
                .orElse(0);
        Method method = fields.optional("method", METHOD::read).orElse(Method.DR);
        Base base = fields.optional("base", BASE::read).orElse(Base.VARYING);
        Inference inference = inference(fields);
        WithinClusters clusters =
                fields.optional("cluster_influence", CLUSTERS::read).orElse(WithinClusters.SUM);
        DrInfluence influence =
                fields.optional("dr_influence", DR_INFLUENCE::read).orElse(DrInfluence.DRDID);
        Window window = window(fields);
        Average average = fields.optional("aggregate", AGGREGATE::read).orElse(Average.SIMPLE);
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new CallawaySantanna(
                        common,
                        outcome.orElseThrow(),
                        cohort.orElseThrow(),
                        time.orElseThrow(),
                        unit,
                        control.orElseThrow(),
                        method,
                        covariates,
                        base,
                        anticipation,
                        inference,
                        clusters,
                        influence,
                        window,
                        average));
    }

    private static ModelSpec.Common common(String id, Fields fields) {
        ModelSpec.Common rows = CommonReader.rows(id, fields);
        Optional<List<ClusterTerm>> by =
                fields.optional("cluster", node -> Values.oneOrMore(node, FormulaParser::clusterTerm));
        if (by.isPresent() && by.get().size() > 1) {
            fields.report(
                    "cluster",
                    Diagnostic.error(YamlCode.CONFLICT, "group-time effects cluster one way only")
                            .hint("name one column, or a combination such as city^year"));
        }
        VcovSpec vcov = by.<VcovSpec>map(VcovSpec.Clustered::new).orElseGet(rows::vcov);
        return new ModelSpec.Common(
                id, rows.where(), rows.weights(), vcov, rows.smallSample(), rows.keepSingletons(), rows.place());
    }

    private static Inference inference(Fields fields) {
        Source source = fields.optional("inference", INFERENCE::read).orElse(Source.ANALYTIC);
        boolean bootstrap = source == Source.BOOTSTRAP;
        int draws = fields.optional("draws", node -> Values.wholeBetween(node, 2, MOST_DRAWS))
                .orElse(DEFAULT_DRAWS);
        long seed = fields.optional("seed", Values::whole).orElse(1L);
        Multiplier multiplier = fields.optional("multiplier", MULTIPLIER::read).orElse(Multiplier.MAMMEN);
        boolean uniform = fields.optional("bands", BANDS::read).orElse(bootstrap);
        if (bootstrap) {
            return new CallawaySantanna.Bootstrap(draws, seed, multiplier, uniform);
        }
        refuseDraws(fields, uniform);
        if (source == Source.ANALYTIC) {
            return new CallawaySantanna.Analytic();
        }
        refuseInfluence(fields);
        return new CallawaySantanna.Jackknife();
    }

    private static void refuseDraws(Fields fields, boolean uniform) {
        for (String key : List.of("draws", "seed", "multiplier")) {
            if (fields.says(key)) {
                fields.report(key, onlyBootstrap("`" + key + "` is given, but nothing is drawn"));
            }
        }
        if (uniform && fields.says("bands")) {
            fields.report("bands", onlyBootstrap("uniform bands come from a bootstrap"));
        }
    }

    /** A jackknife knows no influence functions, and needs something to leave out. */
    private static void refuseInfluence(Fields fields) {
        for (String key : List.of("cluster_influence", "dr_influence")) {
            if (fields.says(key)) {
                fields.report(
                        key,
                        Diagnostic.error(
                                        YamlCode.CONFLICT,
                                        "`" + key + "` is given, but a jackknife uses no influence functions")
                                .hint("leave it out, or write `inference: analytic`"));
            }
        }
        if (!fields.has("cluster") && !fields.has("unit")) {
            fields.report(
                    "inference",
                    Diagnostic.error(YamlCode.CONFLICT, "a jackknife leaves out clusters, and there is no `cluster`")
                            .hint(
                                    "name the column of clusters, for example `cluster: city`; in a panel, `unit` will do"));
        }
    }

    private static Diagnostic onlyBootstrap(String what) {
        return Diagnostic.error(YamlCode.CONFLICT, what).hint("write `inference: bootstrap`");
    }

    private static Window window(Fields fields) {
        OptionalInt first = eventTime(fields, "min_e", -FARTHEST);
        OptionalInt last = eventTime(fields, "max_e", 0);
        if (first.isPresent() && last.isPresent() && first.getAsInt() > last.getAsInt()) {
            fields.report("min_e", Diagnostic.error(YamlCode.CONFLICT, "`min_e` is after `max_e`"));
        }
        return new Window(first, last, eventTime(fields, "balance_e", 0));
    }

    private static OptionalInt eventTime(Fields fields, String key, int least) {
        Optional<Integer> found = fields.optional(key, node -> Values.wholeBetween(node, least, FARTHEST));
        return found.isPresent() ? OptionalInt.of(found.get()) : OptionalInt.empty();
    }

    private static <E extends Enum<E>> Map<String, E> names(E[] values) {
        Map<String, E> names = new LinkedHashMap<>();
        for (E value : values) {
            names.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
        }
        return names;
    }

    private static Map<String, Boolean> bands() {
        Map<String, Boolean> bands = new LinkedHashMap<>();
        bands.put("pointwise", false);
        bands.put("uniform", true);
        return bands;
    }
}
