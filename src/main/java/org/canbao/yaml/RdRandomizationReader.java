package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.ModelSpec.Window;
import org.canbao.spec.RdRandomization;
import org.canbao.spec.RdRandomization.Grid;
import org.canbao.spec.RdRandomization.Lottery;
import org.canbao.spec.RdRandomization.Select;
import org.canbao.spec.RdRandomization.Statistic;

/** Reads randomization inference about a cutoff. */
final class RdRandomizationReader implements ModelReader {
    static final int HIGHEST_ORDER = 4;
    static final int DEFAULT_DRAWS = 1000;
    static final int MOST_DRAWS = 1_000_000;
    static final int MOST_POINTS = 10_000;

    static final Choice<Statistic> STATISTIC = new Choice<>("statistic", statistics());
    static final Choice<Boolean> ASSIGNMENT = new Choice<>("assignment", assignments());
    static final KeySet INTERVAL_KEYS = KeySet.of(
            "`interval`",
            "level",
            "confidence level in percent; 95 by default",
            "grid",
            "effects tried for ks and ranksum: [from, to, how many]; without it they have no interval");

    private static final KeySet KEYS = KeySet.of(
            "spec of model `rd-randomization`",
            "model",
            "the model that is estimated",
            "where",
            "a SQL condition: only rows of the sample where it is true are used",
            "outcome",
            "the outcome: a column or an expression such as log(income)",
            "running",
            "column of the running variable",
            "cutoff",
            "where treatment changes, on the scale of the running variable",
            "window",
            "values of the running variable within which treatment counts as drawn by lot: [from, to], both included, or a"
                    + " half-width about the cutoff",
            "select",
            "instead of `window`: how it is found by the balance of covariates",
            "statistic",
            "what is compared, one or a list: diffmeans (the default), ks, ranksum",
            "order",
            "degree of the polynomial on each side that the outcome is adjusted by, 0 to 4; 0 (none) by default",
            "assignment",
            "fixed (as many treated as in truth, the default) or bernoulli (each unit on its own)",
            "probability",
            "of treatment, for bernoulli; the share treated by default",
            "unit",
            "column whose levels are treated as one, for example the running variable; rows by default",
            "within",
            "column within whose levels alone treatment is drawn",
            "draws",
            "how many draws; 1000 by default; all assignments are tried where there are no more of them",
            "seed",
            "seed of the draws; that of the study, or 1, by default",
            "null",
            "the effect under the null hypothesis; 0 by default",
            "interval",
            "the confidence interval of effects that are not rejected");

    private static Map<String, Statistic> statistics() {
        Map<String, Statistic> names = new LinkedHashMap<>();
        for (Statistic statistic : Statistic.values()) {
            names.put(statistic.name().toLowerCase(Locale.ROOT), statistic);
        }
        return names;
    }

    private static Map<String, Boolean> assignments() {
        Map<String, Boolean> names = new LinkedHashMap<>();
        names.put("fixed", false);
        names.put("bernoulli", true);
        return names;
    }

    @Override
    public String model() {
        return "rd-randomization";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        ModelSpec.Common common = CommonReader.rows(id, fields);
        Optional<Expr> outcome = fields.required("outcome", scope.formulas()::expr);
        Optional<ColumnRef> running = fields.required("running", Values::column);
        Optional<Double> cutoff = fields.required("cutoff", SideValues::finite);
        Optional<Window> window = cutoff.flatMap(at -> fields.optional("window", node -> CutoffWindow.read(node, at)));
        Optional<Select> select = fields.optional("select", node -> WindowSelectReader.read(node, scope.formulas()));
        checkWindow(fields);
        List<Statistic> statistics = fields.optional("statistic", node -> Values.oneOrMore(node, STATISTIC::read))
                .orElse(List.of(Statistic.DIFFMEANS));
        int order = fields.optional("order", node -> Values.wholeBetween(node, 0, HIGHEST_ORDER))
                .orElse(0);
        Lottery lottery = lottery(fields);
        double effect = fields.optional("null", SideValues::finite).orElse(0.0);
        Interval interval =
                fields.optional("interval", RdRandomizationReader::interval).orElse(new Interval(95, Optional.empty()));
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new RdRandomization(
                        common,
                        outcome.orElseThrow(),
                        running.orElseThrow(),
                        cutoff.orElseThrow(),
                        window,
                        select,
                        statistics.stream().distinct().toList(),
                        order,
                        lottery,
                        effect,
                        interval.level(),
                        interval.grid()));
    }

    private record Interval(double level, Optional<Grid> grid) {}

    private static void checkWindow(Fields fields) {
        if (fields.has("window") == fields.has("select")) {
            fields.report(
                    fields.has("window") ? "select" : "window",
                    Diagnostic.error(
                            fields.has("window") ? YamlCode.CONFLICT : YamlCode.MISSING_KEY,
                            fields.has("window")
                                    ? "`window` says what `select` is to find"
                                    : "neither `window` nor `select` is there: the window within which treatment counts"
                                            + " as drawn by lot"));
        }
    }

    private static Lottery lottery(Fields fields) {
        boolean bernoulli = fields.optional("assignment", ASSIGNMENT::read).orElse(false);
        Optional<Double> probability = fields.optional("probability", SideValues::share);
        if (probability.isPresent() && !bernoulli) {
            fields.report(
                    "probability", Diagnostic.error(YamlCode.CONFLICT, "`probability` needs `assignment: bernoulli`"));
        }
        return new Lottery(
                bernoulli,
                probability.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                fields.optional("unit", Values::column),
                fields.optional("within", Values::column),
                fields.optional("draws", node -> Values.wholeBetween(node, 1, MOST_DRAWS))
                        .orElse(DEFAULT_DRAWS),
                fields.optional("seed", Values::whole).orElse(1L));
    }

    private static Interval interval(Located node) {
        return SideValues.mapping(node, INTERVAL_KEYS, fields -> {
            Optional<Double> level = fields.optional("level", RdRandomizationReader::percent);
            return new Interval(level.orElse(95.0), fields.optional("grid", RdRandomizationReader::grid));
        });
    }

    private static double percent(Located node) {
        double value = Values.number(node);
        if (!(value >= 50 && value < 100)) {
            throw Values.wrongKind(node, "a level in percent, 50 or more and below 100");
        }
        return value;
    }

    private static Grid grid(Located node) {
        String expected = "[from, to, how many], for example [-1, 1, 201]";
        List<Double> values = Values.list(node, expected, SideValues::finite);
        boolean three = values.size() == 3 && values.get(0) < values.get(1);
        if (!three || values.get(2) != Math.rint(values.get(2)) || values.get(2) < 2 || values.get(2) > MOST_POINTS) {
            throw Values.wrongKind(node, expected);
        }
        return new Grid(values.get(0), values.get(1), values.get(2).intValue());
    }
}
