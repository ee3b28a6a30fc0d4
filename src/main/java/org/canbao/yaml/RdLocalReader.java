package org.canbao.yaml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.ColumnRef;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.RdKernel;
import org.canbao.spec.RdLocalOptions;
import org.canbao.spec.RdLocalOptions.MassPoints;
import org.canbao.spec.RdLocalSpec;
import org.canbao.spec.Term;

/** Reads local-polynomial regression discontinuities. Keys that rdrobust has too have its names and its defaults. */
final class RdLocalReader implements ModelReader {
    private static final int HIGHEST_ORDER = 7;

    private static final KeySet KEYS = KeySet.of(
                    "spec of model `rd-local`",
                    "outcome",
                    "the outcome: a column or an expression such as log(income)",
                    "running",
                    "column of the running variable",
                    "cutoff",
                    "where treatment changes, on the scale of the running variable; 0 if not said",
                    "treatment",
                    "column of the treatment that was received, where the side of the cutoff does not decide it (fuzzy"
                            + " design)",
                    "covariates",
                    "terms that the estimate is adjusted for, for example [age, sex] or age + age^2 + @city",
                    "order",
                    "degree p of the polynomial, 0 to 7; 1 if not said, deriv + 1 if `deriv` is",
                    "q",
                    "degree of the polynomial of the bias, more than `order`; order + 1 if not said",
                    "deriv",
                    "the derivative that jumps: 0 the level (the default), 1 the slope (kink)")
            .and(RdLocalBandwidths.KEYS)
            .and(RdLocalVariance.KEYS)
            .and(KeySet.of(
                    "spec of model `rd-local`",
                    "masspoints",
                    "rows with the same running variable: adjust bandwidths (the default), only check, or off",
                    "level",
                    "of confidence intervals, in percent; 95 if not said",
                    "scalepar",
                    "what the estimate is multiplied with; 1 if not said"))
            .and(CommonReader.ROW_KEYS);

    static final Choice<MassPoints> MASS_POINTS = new Choice<>("masspoints", byName(MassPoints.values()));
    static final Choice<RdKernel> KERNEL = new Choice<>("kernel", byName(RdKernel.values()));

    @Override
    public String model() {
        return "rd-local";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        ModelSpec.Common rows = CommonReader.rows(id, fields);
        Optional<Expr> outcome = fields.required("outcome", scope.formulas()::expr);
        Optional<ColumnRef> running = fields.required("running", Values::column);
        Optional<ColumnRef> treatment = fields.optional("treatment", Values::column);
        List<Term> covariates = fields.optional("covariates", node -> terms(node, scope.formulas()))
                .orElse(List.of());
        Optional<RdLocalVariance> variance = RdLocalVariance.read(fields);
        Optional<RdLocalOptions> options = variance.flatMap(v -> options(fields, v));
        return fields.failed()
                ? Optional.empty()
                : Optional.of(new RdLocalSpec(
                        clustered(rows, variance.orElseThrow()),
                        outcome.orElseThrow(),
                        running.orElseThrow(),
                        treatment,
                        covariates,
                        options.orElseThrow()));
    }

    /** Orders that make no sense together are reported once all are known. */
    private static Optional<RdLocalOptions> options(Fields fields, RdLocalVariance variance) {
        double cutoff = fields.optional("cutoff", RdLocalReader::finite).orElse(0.0);
        int deriv = fields.optional("deriv", node -> Values.wholeBetween(node, 0, HIGHEST_ORDER))
                .orElse(0);
        int p = fields.optional("order", node -> Values.wholeBetween(node, 0, HIGHEST_ORDER))
                .orElse(fields.has("deriv") ? deriv + 1 : 1);
        int q = fields.optional("q", node -> Values.wholeBetween(node, 1, HIGHEST_ORDER + 1))
                .orElse(p + 1);
        if (deriv > p) {
            conflict(fields, "deriv", "a polynomial of degree " + p + " has no derivative " + deriv + " to jump");
        }
        if (q <= p) {
            conflict(fields, "q", "`q` is " + q + " and must be more than `order`, which is " + p);
        }
        return Optional.of(new RdLocalOptions(
                cutoff,
                p,
                q,
                deriv,
                fields.optional("kernel", KERNEL::read).orElse(RdKernel.TRIANGULAR),
                RdLocalBandwidths.read(fields),
                fields.optional("masspoints", MASS_POINTS::read).orElse(MassPoints.ADJUST),
                variance.kind(),
                variance.neighbours(),
                fields.optional("level", RdLocalReader::percent).orElse(95.0),
                fields.optional("scalepar", RdLocalReader::notZero).orElse(1.0)));
    }

    private static void conflict(Fields fields, String key, String why) {
        fields.report(key, Diagnostic.error(YamlCode.CONFLICT, why).hint("change `" + key + "` or `order`"));
    }

    /** Terms as one text or as a list of them. */
    private static List<Term> terms(Located node, FormulaParser formulas) {
        return node instanceof Located.Sequence
                ? Values.list(node, "terms", formulas::terms).stream()
                        .flatMap(List::stream)
                        .toList()
                : formulas.terms(node);
    }

    private static ModelSpec.Common clustered(ModelSpec.Common rows, RdLocalVariance variance) {
        return new ModelSpec.Common(
                rows.id(),
                rows.where(),
                rows.weights(),
                variance.vcov(),
                rows.smallSample(),
                rows.keepSingletons(),
                rows.place());
    }

    private static double finite(Located node) {
        double value = Values.number(node);
        if (Double.isInfinite(value)) {
            throw Values.wrongKind(node, "a number");
        }
        return value;
    }

    private static double percent(Located node) {
        double value = Values.number(node);
        if (!(value > 0 && value < 100)) {
            throw Values.wrongKind(node, "a number above 0 and below 100");
        }
        return value;
    }

    private static double notZero(Located node) {
        double value = finite(node);
        if (value == 0) {
            throw Values.wrongKind(node, "a number that is not zero");
        }
        return value;
    }

    private static <T extends Enum<T>> Map<String, T> byName(T[] values) {
        Map<String, T> names = new LinkedHashMap<>();
        Arrays.stream(values).forEach(value -> names.put(value.name().toLowerCase(Locale.ROOT), value));
        return names;
    }
}
