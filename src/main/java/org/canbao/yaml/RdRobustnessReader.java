package org.canbao.yaml;

import java.util.List;
import java.util.Optional;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.Expr;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.RdLocalSpec;
import org.canbao.spec.RdRobustness;

/** Reads the robustness of a discontinuity. */
final class RdRobustnessReader implements ModelReader {
    private static final KeySet KEYS = KeySet.of(
            "spec of model `rd-robustness`",
            "model",
            "the model that is estimated",
            "of",
            "the discontinuity: id of a spec of model rd-local or rd-polynomial, or the spec itself",
            "cutoffs",
            "places where nothing changes; only rows on their side of the true cutoff are used",
            "donuts",
            "rows nearer to the cutoff than this are left out, for each number",
            "bandwidths",
            "for rd-local: multiples of its bandwidths, for example [0.5, 0.75, 1.25, 1.5, 2]",
            "windows",
            "for rd-polynomial: half-widths of its window",
            "orders",
            "degrees of the polynomial",
            "covariates",
            "what should not jump: each takes the place of the outcome",
            "density",
            "whether the density of the running variable is tested; true by default");

    @Override
    public String model() {
        return "rd-robustness";
    }

    @Override
    public KeySet keys() {
        return KEYS;
    }

    @Override
    public Optional<ModelSpec> read(String id, Fields fields, SpecScope scope) {
        Optional<ModelSpec> base =
                fields.required("of", node -> base(node, scope)).flatMap(found -> found);
        List<Double> bandwidths = positive(fields, "bandwidths");
        List<Double> windows = positive(fields, "windows");
        base.ifPresent(found -> checkWidths(fields, found instanceof RdLocalSpec));
        List<Double> cutoffs = fields.optional("cutoffs", node -> Values.oneOrMore(node, SideValues::finite))
                .orElse(List.of());
        List<Double> donuts = positive(fields, "donuts");
        List<Integer> orders = fields.optional(
                        "orders", node -> Values.oneOrMore(node, item -> Values.wholeBetween(item, 0, 4)))
                .orElse(List.of());
        List<Expr> covariates = fields.optional("covariates", node -> Values.oneOrMore(node, scope.formulas()::expr))
                .orElse(List.of());
        boolean density = fields.optional("density", Values::bool).orElse(true);
        return fields.failed() || base.isEmpty()
                ? Optional.empty()
                : Optional.of(new RdRobustness(
                        base.get(), cutoffs, donuts, bandwidths, windows, orders, covariates, density));
    }

    /** Empty if the spec has findings of its own, which are reported where it stands. */
    private static Optional<ModelSpec> base(Located node, SpecScope scope) {
        Optional<ModelSpec> base = scope.bases().read(node);
        if (base.isPresent()
                && !(base.get() instanceof RdLocalSpec)
                && !(base.get() instanceof ModelSpec.RdPolynomial)) {
            throw Diagnostic.error(
                            YamlCode.CONFLICT,
                            "`of` is of model `" + base.get().model() + "`, which is no discontinuity of an outcome")
                    .at(node.place())
                    .hint("models that `of` may have: rd-local, rd-polynomial")
                    .toException();
        }
        return base;
    }

    private static void checkWidths(Fields fields, boolean local) {
        String wrong = local ? "windows" : "bandwidths";
        if (fields.has(wrong)) {
            fields.report(
                    wrong,
                    Diagnostic.error(
                                    YamlCode.CONFLICT,
                                    local
                                            ? "a local polynomial has bandwidths and no window"
                                            : "a global polynomial has a window and no bandwidths")
                            .hint("use `" + (local ? "bandwidths" : "windows") + "`"));
        }
    }

    private static List<Double> positive(Fields fields, String key) {
        return fields.optional(key, node -> Values.oneOrMore(node, RdRobustnessReader::positive))
                .orElse(List.of());
    }

    private static double positive(Located node) {
        double value = SideValues.finite(node);
        if (!(value > 0)) {
            throw Values.wrongKind(node, "a positive number");
        }
        return value;
    }
}
