package org.canbao.result;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Placebo estimates as JSON. */
final class PlaceboFormat implements FitFormat<Fit.Placebo> {
    @Override
    public Class<Fit.Placebo> type() {
        return Fit.Placebo.class;
    }

    @Override
    public String model() {
        return "placebo";
    }

    @Override
    public void write(ObjectNode node, Fit.Placebo fit) {
        node.put("treatment", fit.treatment());
        FitWriter.coefficient(node.putObject("actual"), fit.actual());
        node.put("extreme", fit.extreme());
        node.put("missing", fit.missing());
        FitWriter.number(node, "p_value", fit.pValue());
        ArrayNode draws = node.putArray("draws");
        for (Fit.Draw draw : fit.draws()) {
            FitWriter.estimate(draws.addObject(), draw.estimate(), draw.stdError(), draw.statistic(), draw.pValue());
        }
        FitWriter.regression(node, fit.regression());
    }

    @Override
    public Fit.Placebo read(JsonNode node) {
        return new Fit.Placebo(
                FitReader.text(node, "treatment"),
                FitReader.coefficient(FitReader.field(node, "actual")),
                FitReader.list(
                        node,
                        "draws",
                        d -> new Fit.Draw(
                                FitReader.number(d, "estimate"),
                                FitReader.number(d, "std_error"),
                                FitReader.number(d, "statistic"),
                                FitReader.number(d, "p_value"))),
                FitReader.field(node, "extreme").asInt(),
                FitReader.number(node, "p_value"),
                FitReader.regression(node));
    }
}
