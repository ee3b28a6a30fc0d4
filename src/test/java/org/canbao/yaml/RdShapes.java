package org.canbao.yaml;

import static org.canbao.yaml.SchemaShapes.anyOf;
import static org.canbao.yaml.SchemaShapes.list;
import static org.canbao.yaml.SchemaShapes.mapping;
import static org.canbao.yaml.SchemaShapes.node;
import static org.canbao.yaml.SchemaShapes.oneOf;
import static org.canbao.yaml.SchemaShapes.oneOrMore;
import static org.canbao.yaml.SchemaShapes.ref;
import static org.canbao.yaml.SchemaShapes.whole;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** The shapes of the values of densities, plots, randomization and robustness of discontinuities. */
final class RdShapes {
    private static final ObjectNode NUMBER = node("type", "number");
    private static final ObjectNode POSITIVE = node("type", "number", "exclusiveMinimum", 0);
    private static final ObjectNode SHARE = node("type", "number", "exclusiveMinimum", 0, "exclusiveMaximum", 1);
    private static final ObjectNode FORMULA = ref("formula");
    private static final ObjectNode COLUMN = ref("column");
    private static final ObjectNode BOOL = node("type", "boolean");
    private static final ObjectNode COUNTS = oneOrMore(whole(1, RdPlotReader.MOST_BINS));
    private static final ObjectNode WINDOW =
            anyOf(list(NUMBER).put("minItems", 2).put("maxItems", 2), POSITIVE);
    private static final ObjectNode SPEC_OR_ID =
            anyOf(ref("text"), node("type", "object", "required", List.of("model")));

    /** The keys without which a spec is not whole. */
    static final Map<String, List<String>> REQUIRED = Map.of(
            "rd-density", List.of("running", "cutoff"),
            "rd-plot", List.of("outcome", "running", "cutoff"),
            "rd-randomization", List.of("outcome", "running", "cutoff"),
            "rd-robustness", List.of("of"));

    /** The shapes by model. */
    static final Map<String, Map<String, ObjectNode>> BY_MODEL = Map.of(
            "rd-density", density(),
            "rd-plot", plot(),
            "rd-randomization", randomization(),
            "rd-robustness", robustness());

    private RdShapes() {}

    /** The definitions of mappings inside specs. */
    static Map<String, ObjectNode> definitions() {
        Map<String, ObjectNode> shapes = new LinkedHashMap<>();
        shapes.put(
                "binomial",
                mapping(
                        RdDensityReader.BINOMIAL_KEYS,
                        Map.of(
                                "windows", whole(0, 1000),
                                "rows", whole(1, 1_000_000),
                                "width", oneOrMore(POSITIVE),
                                "step", oneOrMore(POSITIVE),
                                "share", SHARE)));
        shapes.put(
                "select",
                mapping(
                        WindowSelectReader.KEYS,
                        Map.of(
                                "covariates", oneOrMore(FORMULA),
                                "level", SHARE,
                                "windows", whole(1, 1000),
                                "values", whole(1, WindowSelectReader.MOST),
                                "rows", list(whole(1, WindowSelectReader.MOST)),
                                "width", list(POSITIVE)),
                        "covariates"));
        shapes.put(
                "interval",
                mapping(
                        RdRandomizationReader.INTERVAL_KEYS,
                        Map.of(
                                "level", node("type", "number", "minimum", 50, "exclusiveMaximum", 100),
                                "grid", list(NUMBER).put("minItems", 3).put("maxItems", 3))));
        return shapes;
    }

    /** The shapes by key, of all these models together. */
    static Map<String, ObjectNode> all() {
        Map<String, ObjectNode> all = new HashMap<>();
        new TreeMap<>(BY_MODEL)
                .forEach((model, shapes) ->
                        shapes.forEach((key, shape) -> all.merge(key, shape, (a, b) -> a.equals(b) ? a : anyOf(a, b))));
        return all;
    }

    /** The shapes of the keys of a plot in a figure. */
    static Map<String, ObjectNode> plot() {
        Map<String, ObjectNode> shapes = new HashMap<>();
        shapes.put("outcome", FORMULA);
        shapes.put("running", COLUMN);
        shapes.put("cutoff", NUMBER);
        shapes.put("order", whole(0, RdPlotReader.HIGHEST_ORDER));
        shapes.put("sides", oneOf(RdPolynomialReader.SIDES));
        shapes.put("bins", oneOf(RdPlotReader.BINS));
        shapes.put("number", COUNTS);
        shapes.put("window", WINDOW);
        shapes.put("by", COLUMN);
        shapes.put("intervals", BOOL);
        return shapes;
    }

    private static Map<String, ObjectNode> density() {
        Map<String, ObjectNode> shapes = new HashMap<>();
        shapes.put("frequencies", COLUMN);
        shapes.put("order", whole(1, RdDensityReader.HIGHEST_ORDER));
        shapes.put("bias_order", whole(1, RdDensityReader.HIGHEST_ORDER + 1));
        shapes.put("fit", oneOf(RdDensityReader.FIT));
        shapes.put("kernel", oneOf(RdDensityReader.KERNEL));
        shapes.put("variance", oneOf(RdDensityReader.VARIANCE));
        shapes.put("bandwidth", oneOf(RdDensityReader.BANDWIDTH));
        shapes.put("h", oneOrMore(POSITIVE));
        shapes.put("masspoints", oneOf(RdDensityReader.MASS_POINTS));
        shapes.put("least_rows", whole(0, 1_000_000));
        shapes.put("least_values", whole(0, 1_000_000));
        shapes.put("binomial", ref("binomial"));
        return shapes;
    }

    private static Map<String, ObjectNode> randomization() {
        Map<String, ObjectNode> shapes = new HashMap<>();
        shapes.put("window", WINDOW);
        shapes.put("select", ref("select"));
        shapes.put("statistic", oneOrMore(oneOf(RdRandomizationReader.STATISTIC)));
        shapes.put("order", whole(0, RdRandomizationReader.HIGHEST_ORDER));
        shapes.put("assignment", oneOf(RdRandomizationReader.ASSIGNMENT));
        shapes.put("probability", SHARE);
        shapes.put("unit", COLUMN);
        shapes.put("null", NUMBER);
        shapes.put("interval", ref("interval"));
        return shapes;
    }

    private static Map<String, ObjectNode> robustness() {
        Map<String, ObjectNode> shapes = new HashMap<>();
        shapes.put("of", SPEC_OR_ID);
        shapes.put("cutoffs", oneOrMore(NUMBER));
        shapes.put("donuts", oneOrMore(POSITIVE));
        shapes.put("bandwidths", oneOrMore(POSITIVE));
        shapes.put("windows", oneOrMore(POSITIVE));
        shapes.put("orders", oneOrMore(whole(0, 4)));
        shapes.put("covariates", oneOrMore(FORMULA));
        shapes.put("density", BOOL);
        return shapes;
    }
}
