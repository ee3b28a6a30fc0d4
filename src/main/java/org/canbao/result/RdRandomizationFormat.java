package org.canbao.result;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Randomization inference about a cutoff as JSON. */
final class RdRandomizationFormat implements FitFormat<RdRandomizationFit> {
    @Override
    public Class<RdRandomizationFit> type() {
        return RdRandomizationFit.class;
    }

    @Override
    public String model() {
        return "rd-randomization";
    }

    @Override
    public void write(ObjectNode node, RdRandomizationFit fit) {
        design(node, fit.design());
        node.put("n", fit.n());
        side(node.putObject("left"), fit.left());
        side(node.putObject("right"), fit.right());
        ArrayNode tests = node.putArray("tests");
        fit.tests().forEach(test -> test(tests.addObject(), test));
        ArrayNode coefficients = node.putArray("coefficients");
        fit.coefficients().forEach(c -> FitWriter.coefficient(coefficients.addObject(), c));
        ArrayNode grid = node.putArray("grid");
        for (RdRandomizationFit.Tried tried : fit.grid()) {
            ObjectNode entry = grid.addObject().put("statistic", tried.statistic());
            FitWriter.number(entry, "effect", tried.effect());
            FitWriter.number(entry, "p_value", tried.pValue());
        }
        ArrayNode windows = node.putArray("windows");
        fit.windows().forEach(window -> balance(windows.addObject(), window));
        FitWriter.inference(node.putObject("inference"), fit.inference());
    }

    @Override
    public RdRandomizationFit read(JsonNode node) {
        return new RdRandomizationFit(
                design(node),
                side(FitReader.field(node, "left")),
                side(FitReader.field(node, "right")),
                FitReader.list(node, "tests", RdRandomizationFormat::test),
                FitReader.list(node, "coefficients", FitReader::coefficient).stream()
                        .findFirst(),
                FitReader.list(
                        node,
                        "grid",
                        t -> new RdRandomizationFit.Tried(
                                FitReader.text(t, "statistic"),
                                FitReader.number(t, "effect"),
                                FitReader.number(t, "p_value"))),
                FitReader.list(node, "windows", RdRandomizationFormat::balance),
                FitReader.inference(FitReader.field(node, "inference")));
    }

    private static void design(ObjectNode node, RdRandomizationFit.Design design) {
        node.put("outcome", design.outcome());
        node.put("running", design.running());
        FitWriter.number(node, "cutoff", design.cutoff());
        node.putArray("window").add(design.low()).add(design.high());
        node.put("window_selected", design.selected());
        node.put("order", design.order());
        node.put("assignment", design.bernoulli() ? "bernoulli" : "fixed");
        node.put("unit", design.unit().orElse(null));
        node.put("within", design.within().orElse(null));
        node.put("units", design.units());
        FitWriter.number(node, "null", design.effect());
        FitWriter.number(node, "level", design.level());
        node.put("draws", design.draws());
        node.put("enumerated", design.enumerated());
    }

    private static RdRandomizationFit.Design design(JsonNode node) {
        return new RdRandomizationFit.Design(
                FitReader.text(node, "outcome"),
                FitReader.text(node, "running"),
                FitReader.number(node, "cutoff"),
                FitReader.field(node, "window").get(0).asDouble(),
                FitReader.field(node, "window").get(1).asDouble(),
                FitReader.field(node, "window_selected").asBoolean(),
                FitReader.field(node, "order").asInt(),
                FitReader.text(node, "assignment").equals("bernoulli"),
                optional(node, "unit"),
                optional(node, "within"),
                FitReader.field(node, "units").asInt(),
                FitReader.number(node, "null"),
                FitReader.number(node, "level"),
                FitReader.field(node, "draws").asInt(),
                FitReader.field(node, "enumerated").asBoolean());
    }

    private static Optional<String> optional(JsonNode node, String key) {
        JsonNode value = FitReader.field(node, key);
        return value.isNull() ? Optional.empty() : Optional.of(value.asString());
    }

    private static void side(ObjectNode node, RdRandomizationFit.Side side) {
        node.put("rows", side.rows());
        FitWriter.number(node, "mean", side.mean());
        FitWriter.number(node, "sd", side.sd());
    }

    private static RdRandomizationFit.Side side(JsonNode node) {
        return new RdRandomizationFit.Side(
                FitReader.field(node, "rows").asLong(), FitReader.number(node, "mean"), FitReader.number(node, "sd"));
    }

    private static void test(ObjectNode node, RdRandomizationFit.Test test) {
        node.put("statistic", test.statistic());
        FitWriter.number(node, "value", test.value());
        FitWriter.number(node, "p_value", test.pValue());
        FitWriter.number(node, "share", test.share());
        node.put("extreme", test.extreme());
        node.put("draws", test.used());
        FitWriter.number(node, "asymptotic_p_value", test.asymptotic());
        FitWriter.number(node, "conf_low", test.low());
        FitWriter.number(node, "conf_high", test.high());
    }

    private static RdRandomizationFit.Test test(JsonNode node) {
        return new RdRandomizationFit.Test(
                FitReader.text(node, "statistic"),
                FitReader.number(node, "value"),
                FitReader.number(node, "p_value"),
                FitReader.number(node, "share"),
                FitReader.field(node, "extreme").asInt(),
                FitReader.field(node, "draws").asInt(),
                FitReader.number(node, "asymptotic_p_value"),
                FitReader.number(node, "conf_low"),
                FitReader.number(node, "conf_high"));
    }

    private static void balance(ObjectNode node, RdRandomizationFit.Balance balance) {
        node.putArray("window").add(balance.low()).add(balance.high());
        node.putArray("rows").add(balance.left()).add(balance.right());
        FitWriter.number(node, "binomial_p_value", balance.binomial());
        FitWriter.number(node, "least_p_value", balance.least());
        node.put("covariate", balance.covariate());
    }

    private static RdRandomizationFit.Balance balance(JsonNode node) {
        return new RdRandomizationFit.Balance(
                FitReader.field(node, "window").get(0).asDouble(),
                FitReader.field(node, "window").get(1).asDouble(),
                FitReader.field(node, "rows").get(0).asLong(),
                FitReader.field(node, "rows").get(1).asLong(),
                FitReader.number(node, "binomial_p_value"),
                FitReader.number(node, "least_p_value"),
                FitReader.text(node, "covariate"));
    }
}
