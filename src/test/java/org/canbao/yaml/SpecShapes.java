package org.canbao.yaml;

import static org.canbao.yaml.SchemaShapes.anyOf;
import static org.canbao.yaml.SchemaShapes.list;
import static org.canbao.yaml.SchemaShapes.node;
import static org.canbao.yaml.SchemaShapes.oneOf;
import static org.canbao.yaml.SchemaShapes.oneOrMore;
import static org.canbao.yaml.SchemaShapes.pair;
import static org.canbao.yaml.SchemaShapes.ref;
import static org.canbao.yaml.SchemaShapes.text;
import static org.canbao.yaml.SchemaShapes.whole;

import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The shapes of the values of a spec's keys in the published schemas, and the keys that each model needs. */
final class SpecShapes {
    private static final ObjectNode TEXT = ref("text");
    private static final ObjectNode COLUMN = ref("column");
    private static final ObjectNode SQL = ref("sql");
    private static final ObjectNode FORMULA = ref("formula");
    private static final ObjectNode WHOLE = node("type", "integer");
    private static final ObjectNode BOOL = node("type", "boolean");

    private static final ObjectNode EVENT_WINDOW = pair(whole(-1000, 1000));
    private static final ObjectNode NUMBER_WINDOW = pair(node("type", "number"));
    private static final ObjectNode POSITIVE = node("type", "number", "exclusiveMinimum", 0);

    /** The shape of the value of each key of a spec; of all shapes together where models differ. */
    static final Map<String, ObjectNode> VALUES = Map.ofEntries(
            Map.entry("model", oneOf(ModelReaders.BY_NAME)),
            Map.entry("formula", FORMULA),
            Map.entry("sample", TEXT),
            Map.entry("where", SQL),
            Map.entry("weights", COLUMN),
            Map.entry("vcov", oneOf(VcovReader.VCOV, RdLocalVariance.VCOV)),
            Map.entry("cluster", oneOrMore(COLUMN)),
            Map.entry("p_value", oneOf(VcovReader.P_VALUE)),
            Map.entry("wild_bootstrap", ref("wild_bootstrap")),
            Map.entry("small_sample", ref("small_sample")),
            Map.entry("singletons", oneOf(CommonReader.SINGLETONS)),
            Map.entry("outcome", FORMULA),
            Map.entry("cohort", COLUMN),
            Map.entry("time", COLUMN),
            Map.entry("window", anyOf(EVENT_WINDOW, NUMBER_WINDOW, POSITIVE)),
            Map.entry("running", COLUMN),
            Map.entry("cutoff", node("type", "number")),
            Map.entry("order", whole(0, 7)),
            Map.entry("q", whole(1, 8)),
            Map.entry("deriv", whole(0, 7)),
            Map.entry("kernel", oneOf(RdLocalReader.KERNEL)),
            Map.entry("bandwidth", oneOf(RdLocalBandwidths.BANDWIDTH)),
            Map.entry("h", anyOf(POSITIVE, pair(POSITIVE))),
            Map.entry("b", anyOf(POSITIVE, pair(POSITIVE))),
            Map.entry("rho", POSITIVE),
            Map.entry("scaleregul", node("type", "number", "minimum", 0)),
            Map.entry("sharpbw", BOOL),
            Map.entry("bwcheck", whole(1, 1_000_000)),
            Map.entry("bwrestrict", BOOL),
            Map.entry("stdvars", BOOL),
            Map.entry("nnmatch", whole(1, RdLocalVariance.MOST_NEIGHBOURS)),
            Map.entry("masspoints", oneOf(RdLocalReader.MASS_POINTS)),
            Map.entry("level", node("type", "number", "exclusiveMinimum", 0, "exclusiveMaximum", 100)),
            Map.entry("scalepar", node("type", "number", "not", node("const", 0))),
            Map.entry("covariates", oneOrMore(FORMULA)),
            Map.entry("sides", oneOf(RdPolynomialReader.SIDES)),
            Map.entry("side", oneOf(RdPolynomialReader.SIDE)),
            Map.entry("reference", oneOrMore(whole(-1000, 1000))),
            Map.entry("controls", FORMULA),
            Map.entry("fixed_effects", oneOrMore(COLUMN)),
            Map.entry("offset", FORMULA),
            Map.entry("exposure", FORMULA),
            Map.entry("treatment", COLUMN),
            Map.entry("permute", COLUMN),
            Map.entry("within", COLUMN),
            Map.entry("draws", whole(1, 1_000_000)),
            Map.entry("seed", WHOLE),
            Map.entry("assignments", list(list(node("type", List.of("number", "null"))))),
            Map.entry("units", list(TEXT)),
            Map.entry("cities", list(TEXT)),
            Map.entry("unit", COLUMN),
            Map.entry("horizon", anyOf(BOOL, oneOrMore(whole(0, 1000)))),
            Map.entry("pretrends", whole(0, 1000)),
            Map.entry("leave_out", BOOL),
            Map.entry("averages", oneOf(ImputationReader.AVERAGES)),
            Map.entry("of", anyOf(TEXT, node("type", "object", "required", List.of("model")))),
            Map.entry("target", anyOf(whole(0, 1000), text("^average$"))),
            Map.entry("smoothness", oneOrMore(node("type", "number", "minimum", 0))),
            Map.entry("magnitudes", oneOrMore(node("type", "number", "minimum", 0))),
            Map.entry("spec", anyOf(TEXT, node("type", "object"))),
            Map.entry("specs", list(anyOf(TEXT, node("type", "object")))),
            Map.entry("outcomes", list(FORMULA)),
            Map.entry("coefficient", oneOrMore(TEXT)),
            Map.entry("statistic", oneOf(RandomizationReader.STATISTIC)),
            Map.entry("bootstrap", oneOf(RomanoWolfReader.BOOTSTRAP)),
            Map.entry("wild_type", oneOf(WildBootstrapReader.TYPE)),
            Map.entry("wild_weights", oneOf(WildBootstrapReader.WEIGHTS)),
            Map.entry("group", COLUMN),
            Map.entry("short", anyOf(TEXT, node("type", "object", "required", List.of("model")))),
            Map.entry("long", anyOf(TEXT, node("type", "object", "required", List.of("model")))),
            Map.entry("r_max", node("type", "number", "exclusiveMinimum", 0, "maximum", 1)),
            Map.entry("r_max_multiple", node("type", "number", "minimum", 1)),
            Map.entry("beta", node("type", "number")),
            Map.entry("delta", node("type", "number")),
            Map.entry("test", oneOrMore(oneOf(ExactTestReader.TEST))),
            Map.entry("resample", oneOf(GroupDifferenceReader.RESAMPLE)),
            Map.entry("control", oneOf(CallawaySantannaReader.CONTROL)),
            Map.entry("method", oneOf(CallawaySantannaReader.METHOD)),
            Map.entry("base", oneOf(CallawaySantannaReader.BASE)),
            Map.entry("anticipation", whole(0, 1000)),
            Map.entry("inference", oneOf(CallawaySantannaReader.INFERENCE)),
            Map.entry("multiplier", oneOf(CallawaySantannaReader.MULTIPLIER)),
            Map.entry("bands", oneOf(CallawaySantannaReader.BANDS)),
            Map.entry("dr_influence", oneOf(CallawaySantannaReader.DR_INFLUENCE)),
            Map.entry("cluster_influence", oneOf(CallawaySantannaReader.CLUSTERS)),
            Map.entry("min_e", whole(-1000, 1000)),
            Map.entry("max_e", whole(0, 1000)),
            Map.entry("balance_e", whole(0, 1000)),
            Map.entry("aggregate", oneOf(CallawaySantannaReader.AGGREGATE)));

    /** The shapes in the models that have their own. */
    static final Map<String, Map<String, ObjectNode>> BY_MODEL = Map.of(
            "event-study", Map.of("window", EVENT_WINDOW),
            "rd-local", Map.of("vcov", oneOf(RdLocalVariance.VCOV)),
            "randomization", Map.of("permute", oneOf(RandomizationReader.PERMUTE), "coefficient", TEXT),
            "romano-wolf", Map.of("coefficient", TEXT),
            "oster", Map.of("coefficient", TEXT),
            "rd-polynomial", Map.of("window", anyOf(NUMBER_WINDOW, POSITIVE), "order", whole(0, 4)),
            "callaway-santanna",
                    Map.of(
                            "covariates", anyOf(FORMULA, node("type", "null")),
                            "draws", whole(2, CallawaySantannaReader.MOST_DRAWS)));

    /** The keys without which a spec of a model is not whole; in a study, defaults may give them. */
    static final Map<String, List<String>> REQUIRED = Map.ofEntries(
            Map.entry("ols", List.of("formula", "vcov")),
            Map.entry("event-study", List.of("outcome", "cohort", "time", "window", "reference", "vcov")),
            Map.entry("rd-polynomial", List.of("outcome", "running", "cutoff", "order", "sides", "vcov")),
            Map.entry("placebo", List.of("formula", "treatment", "cohort", "time", "permute", "vcov")),
            Map.entry("callaway-santanna", List.of("outcome", "cohort", "time", "control")),
            Map.entry("sun-abraham", List.of("outcome", "cohort", "time", "vcov")),
            Map.entry("imputation", List.of("outcome", "cohort", "time")),
            Map.entry("bacon", List.of("outcome", "treatment", "unit", "time")),
            Map.entry("twfe-weights", List.of("outcome", "treatment", "unit", "time")),
            Map.entry("honest-did", List.of("of")),
            Map.entry("randomization", List.of("spec", "permute")),
            Map.entry("romano-wolf", List.of("coefficient")),
            Map.entry("group-difference", List.of("spec", "group")),
            Map.entry("ordered-logit", List.of("formula", "vcov")),
            Map.entry("ordered-probit", List.of("formula", "vcov")),
            Map.entry("exact-test", List.of("outcome", "group", "test")),
            Map.entry("oster", List.of("short", "long", "coefficient")),
            Map.entry("iv", List.of("formula", "vcov")),
            Map.entry("poisson", List.of("formula", "vcov")),
            Map.entry("logit", List.of("formula", "vcov")),
            Map.entry("rd-local", List.of("outcome", "running")));

    private SpecShapes() {}
}
