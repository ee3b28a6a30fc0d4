package org.canbao.result;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Randomization inference as JSON; the model with the real treatment is under {@code base}. */
final class RandomizationFormat implements FitFormat<RandomizationFit> {
    @Override
    public Class<RandomizationFit> type() {
        return RandomizationFit.class;
    }

    @Override
    public String model() {
        return "randomization";
    }

    @Override
    public void write(ObjectNode node, RandomizationFit fit) {
        node.put("coefficient", fit.coefficient());
        node.put("permute", fit.permute());
        node.put("statistic", fit.statistic());
        FitWriter.coefficient(node.putObject("actual"), fit.actual());
        node.put("extreme", fit.extreme());
        node.put("missing", fit.missing());
        FitWriter.number(node, "share", fit.share());
        FitWriter.number(node, "p_value", fit.pValue());
        node.put("interval", !Double.isNaN(fit.confLow()));
        FitWriter.number(node, "conf_low", fit.confLow());
        FitWriter.number(node, "conf_high", fit.confHigh());
        ArrayNode draws = node.putArray("draws");
        for (Fit.Draw draw : fit.draws()) {
            FitWriter.estimate(draws.addObject(), draw.estimate(), draw.stdError(), draw.statistic(), draw.pValue());
        }
        node.set("base", FitJson.node(fit.base()));
    }

    @Override
    public RandomizationFit read(JsonNode node) {
        boolean interval = FitReader.field(node, "interval").asBoolean();
        return new RandomizationFit(
                FitReader.text(node, "coefficient"),
                FitReader.text(node, "permute"),
                FitReader.text(node, "statistic"),
                FitReader.list(
                        node,
                        "draws",
                        d -> new Fit.Draw(
                                FitReader.number(d, "estimate"),
                                FitReader.number(d, "std_error"),
                                FitReader.number(d, "statistic"),
                                FitReader.number(d, "p_value"))),
                FitReader.field(node, "extreme").asInt(),
                FitReader.number(node, "share"),
                FitReader.number(node, "p_value"),
                end(node, "conf_low", interval, Double.NEGATIVE_INFINITY),
                end(node, "conf_high", interval, Double.POSITIVE_INFINITY),
                FitJson.read(FitReader.field(node, "base")));
    }

    private static double end(JsonNode node, String key, boolean interval, double open) {
        double end = FitReader.number(node, key);
        return interval && Double.isNaN(end) ? open : end;
    }
}
