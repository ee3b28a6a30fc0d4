package org.canbao.result;

import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Exact tests as JSON. An infinite odds ratio is the text {@code Inf}. */
final class ExactTestFormat implements FitFormat<ExactTestFit> {
    private static final String INFINITE = "Inf";

    @Override
    public Class<ExactTestFit> type() {
        return ExactTestFit.class;
    }

    @Override
    public String model() {
        return "exact-test";
    }

    @Override
    public void write(ObjectNode node, ExactTestFit fit) {
        node.put("outcome", fit.outcome());
        node.put("group", fit.group());
        FitWriter.groups(node, fit.values(), fit.rows());
        fit.table().ifPresent(table -> table(node.putObject("table"), table));
        ArrayNode tests = node.putArray("tests");
        fit.tests().forEach(test -> test(tests.addObject(), test));
        FitWriter.number(node, "level", fit.level());
        node.put("n", fit.n());
        FitWriter.inference(node.putObject("inference"), fit.inference());
    }

    private static void table(ObjectNode node, ExactTestFit.Crosstab table) {
        ArrayNode outcomes = node.putArray("outcomes");
        table.outcomes().forEach(outcomes::add);
        ArrayNode counts = node.putArray("counts");
        table.counts().forEach(row -> row.forEach(counts.addArray()::add));
    }

    private static void test(ObjectNode node, ExactTestFit.Test test) {
        node.put("name", test.name());
        extended(node, "value", test.value());
        FitWriter.number(node, "spread", test.spread());
        extended(node, "conf_low", test.low());
        extended(node, "conf_high", test.high());
        FitWriter.number(node, "p_value", test.pValue());
        FitWriter.number(node, "p_less", test.less());
        FitWriter.number(node, "p_greater", test.greater());
        node.put("of", test.reference().all());
        node.put("extreme", test.reference().extreme());
        node.put("enumerated", test.reference().enumerated());
    }

    private static void extended(ObjectNode node, String key, double value) {
        if (value == Double.POSITIVE_INFINITY) {
            node.put(key, INFINITE);
        } else {
            FitWriter.number(node, key, value);
        }
    }

    @Override
    public ExactTestFit read(JsonNode node) {
        return new ExactTestFit(
                FitReader.text(node, "outcome"),
                FitReader.text(node, "group"),
                FitReader.list(node, "groups", g -> FitReader.text(g, "value")),
                FitReader.list(node, "groups", g -> FitReader.field(g, "n").asLong()),
                Optional.ofNullable(node.get("table")).map(ExactTestFormat::table),
                FitReader.list(node, "tests", ExactTestFormat::test),
                FitReader.number(node, "level"),
                FitReader.inference(FitReader.field(node, "inference")));
    }

    private static ExactTestFit.Crosstab table(JsonNode node) {
        return new ExactTestFit.Crosstab(
                FitReader.list(node, "outcomes", JsonNode::asString),
                FitReader.list(
                        node,
                        "counts",
                        row -> row.valueStream().map(JsonNode::asLong).toList()));
    }

    private static ExactTestFit.Test test(JsonNode node) {
        return new ExactTestFit.Test(
                FitReader.text(node, "name"),
                extended(node, "value"),
                FitReader.number(node, "spread"),
                extended(node, "conf_low"),
                extended(node, "conf_high"),
                FitReader.number(node, "p_value"),
                FitReader.number(node, "p_less"),
                FitReader.number(node, "p_greater"),
                new ExactTestFit.Reference(
                        FitReader.field(node, "of").asLong(),
                        FitReader.field(node, "extreme").asLong(),
                        FitReader.field(node, "enumerated").asBoolean()));
    }

    private static double extended(JsonNode node, String key) {
        return node.path(key).asString("").equals(INFINITE) ? Double.POSITIVE_INFINITY : FitReader.number(node, key);
    }
}
