package org.canbao.yaml;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.canbao.diag.Diagnostic;
import org.canbao.spec.RdBandwidth;
import org.canbao.spec.RdBandwidth.Given;
import org.canbao.spec.RdBandwidth.Selected;
import org.canbao.spec.RdBandwidth.Selector;

/** Reads where the bandwidths of a spec of {@code rd-local} come from. */
final class RdLocalBandwidths {
    static final KeySet KEYS = KeySet.of(
            "spec of model `rd-local`",
            "kernel",
            "the weights about the cutoff: triangular (the default), epanechnikov or uniform",
            "bandwidth",
            "how bandwidths are chosen: mserd (the default), msetwo, msesum, msecomb1, msecomb2, or the same with cer for"
                    + " mse",
            "h",
            "bandwidth of the estimate, or [left, right], instead of a chosen one",
            "b",
            "bandwidth of its bias, or [left, right]; needs `h`, and is `h` if not said",
            "rho",
            "h/b, instead of `b`",
            "scaleregul",
            "how strongly the choice of bandwidths is regularised; 1 if not said, 0: not at all",
            "sharpbw",
            "with `treatment`, whether the bandwidth is chosen for the outcome's jump alone",
            "bwcheck",
            "distinct values that pilot bandwidths hold on each side; 10 if not said and many rows share values",
            "bwrestrict",
            "whether chosen bandwidths stay within the range of the running variable; true if not said",
            "stdvars",
            "whether outcome and running variable are standardised while bandwidths are chosen; false if not said");

    static final Choice<Selector> BANDWIDTH = new Choice<>("bandwidth", selectors());
    /** Keys that mean nothing where bandwidths are given. */
    private static final List<String> OF_CHOICE =
            List.of("bandwidth", "scaleregul", "sharpbw", "bwcheck", "bwrestrict", "stdvars");

    private final Fields fields;

    private RdLocalBandwidths(Fields fields) {
        this.fields = fields;
    }

    /** A number for each side. */
    private record Sides(double left, double right) {
        Sides over(double rho) {
            return new Sides(left / rho, right / rho);
        }
    }

    private static Map<String, Selector> selectors() {
        Map<String, Selector> selectors = new LinkedHashMap<>();
        for (Selector selector : Selector.values()) {
            selectors.put(selector.id(), selector);
        }
        return selectors;
    }

    /** The bandwidths; findings are collected. */
    static RdBandwidth read(Fields fields) {
        RdLocalBandwidths reader = new RdLocalBandwidths(fields);
        Optional<Sides> h = fields.optional("h", RdLocalBandwidths::sides);
        Optional<Sides> b = fields.optional("b", RdLocalBandwidths::sides);
        Optional<Double> rho = fields.optional("rho", RdLocalBandwidths::positive);
        if (fields.has("b") && fields.has("rho")) {
            reader.conflict("rho", "`b` and `rho` both say how wide the bias is estimated", "remove one of them");
        }
        if (!fields.has("h")) {
            if (fields.has("b")) {
                reader.conflict("b", "`b` is given without `h`", "give `h` too, or remove `b`");
            }
            return reader.selected(rho);
        }
        OF_CHOICE.stream()
                .filter(fields::says)
                .forEach(key -> reader.conflict(
                        key, "`h` is given, so no bandwidth is chosen", "remove `" + key + "`, or `h`"));
        Sides wide =
                b.or(() -> h.flatMap(own -> rho.map(own::over))).or(() -> h).orElse(new Sides(1, 1));
        Sides own = h.orElse(wide);
        return new Given(own.left(), own.right(), wide.left(), wide.right());
    }

    private Selected selected(Optional<Double> rho) {
        Selected defaults = Selected.DEFAULT;
        Optional<Integer> least = fields.optional("bwcheck", node -> Values.wholeBetween(node, 1, 1_000_000));
        boolean sharp = fields.optional("sharpbw", Values::bool).orElse(defaults.sharp());
        if (fields.says("sharpbw") && !fields.has("treatment")) {
            conflict("sharpbw", "`sharpbw` is about fuzzy designs, and there is no `treatment`", "remove `sharpbw`");
        }
        return new Selected(
                fields.optional("bandwidth", BANDWIDTH::read).orElse(defaults.selector()),
                rho.map(OptionalDouble::of).orElse(OptionalDouble.empty()),
                fields.optional("scaleregul", RdLocalBandwidths::notNegative).orElse(defaults.regularization()),
                sharp,
                fields.optional("bwrestrict", Values::bool).orElse(defaults.restricted()),
                least.map(OptionalInt::of).orElse(OptionalInt.empty()),
                fields.optional("stdvars", Values::bool).orElse(defaults.standardized()));
    }

    private void conflict(String key, String why, String hint) {
        fields.report(key, Diagnostic.error(YamlCode.CONFLICT, why).hint(hint));
    }

    private static Sides sides(Located node) {
        if (!(node instanceof Located.Sequence)) {
            double both = positive(node);
            return new Sides(both, both);
        }
        String expected = "a positive number, or two of them: [left, right]";
        List<Double> pair = Values.list(node, expected, RdLocalBandwidths::positive);
        if (pair.size() != 2) {
            throw Values.wrongKind(node, expected);
        }
        return new Sides(pair.get(0), pair.get(1));
    }

    static double positive(Located node) {
        double value = Values.number(node);
        if (!(value > 0) || Double.isInfinite(value)) {
            throw Values.wrongKind(node, "a positive number");
        }
        return value;
    }

    private static double notNegative(Located node) {
        double value = Values.number(node);
        if (!(value >= 0) || Double.isInfinite(value)) {
            throw Values.wrongKind(node, "zero or a positive number");
        }
        return value;
    }
}
