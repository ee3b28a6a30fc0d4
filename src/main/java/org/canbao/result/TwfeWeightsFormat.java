package org.canbao.result;

import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The weights of the two-way fixed-effects estimate as JSON. */
final class TwfeWeightsFormat implements FitFormat<TwfeWeightsFit> {
    @Override
    public Class<TwfeWeightsFit> type() {
        return TwfeWeightsFit.class;
    }

    @Override
    public String model() {
        return "twfe-weights";
    }

    @Override
    public void write(ObjectNode node, TwfeWeightsFit fit) {
        node.put("treatment", fit.treatment());
        FitWriter.number(node, "twfe", fit.twfe().estimate());
        node.put("positive", fit.cells().size() - fit.negative());
        node.put("negative", fit.negative());
        FitWriter.number(node, "negative_sum", fit.negativeSum());
        FitWriter.number(node, "sigma_fe", fit.leastSpread());
        FitWriter.number(node, "sigma_fe_opposite", fit.leastOpposed().orElse(Double.NaN));
        ArrayNode weights = node.putArray("weights");
        for (TwfeWeightsFit.Cell cell : fit.cells()) {
            ObjectNode entry = weights.addObject().put("group", cell.group());
            FitWriter.number(entry, "time", cell.time());
            FitWriter.number(entry, "share", cell.share());
            FitWriter.number(entry, "weight", cell.weight());
        }
        FitWriter.regression(node, fit.regression());
    }

    @Override
    public TwfeWeightsFit read(JsonNode node) {
        double opposed = FitReader.number(node, "sigma_fe_opposite");
        return new TwfeWeightsFit(
                FitReader.text(node, "treatment"),
                FitReader.list(
                        node,
                        "weights",
                        cell -> new TwfeWeightsFit.Cell(
                                FitReader.text(cell, "group"),
                                FitReader.number(cell, "time"),
                                FitReader.number(cell, "share"),
                                FitReader.number(cell, "weight"))),
                FitReader.number(node, "sigma_fe"),
                Double.isNaN(opposed) ? OptionalDouble.empty() : OptionalDouble.of(opposed),
                FitReader.regression(node));
    }
}
