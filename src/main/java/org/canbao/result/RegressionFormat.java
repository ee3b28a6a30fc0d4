package org.canbao.result;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A regression as JSON. */
final class RegressionFormat implements FitFormat<Fit.Regression> {
    @Override
    public Class<Fit.Regression> type() {
        return Fit.Regression.class;
    }

    @Override
    public String model() {
        return "ols";
    }

    @Override
    public void write(ObjectNode node, Fit.Regression fit) {
        FitWriter.regression(node, fit);
    }

    @Override
    public Fit.Regression read(JsonNode node) {
        return FitReader.regression(node);
    }
}
