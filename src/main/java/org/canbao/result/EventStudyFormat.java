package org.canbao.result;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** An event study as JSON: its estimates by event time and the regression behind it. */
final class EventStudyFormat implements FitFormat<Fit.EventStudy> {
    @Override
    public Class<Fit.EventStudy> type() {
        return Fit.EventStudy.class;
    }

    @Override
    public String model() {
        return "event-study";
    }

    @Override
    public void write(ObjectNode node, Fit.EventStudy fit) {
        FitWriter.byEventTime(node, fit);
        FitWriter.regression(node, fit.regression());
    }

    @Override
    public Fit.EventStudy read(JsonNode node) {
        return new Fit.EventStudy(
                FitReader.list(node, "by", FitReader::atTime),
                FitReader.list(node, "reference", JsonNode::asInt),
                FitReader.binned(node),
                FitReader.pretrend(node),
                FitReader.covariance(node),
                FitReader.average(node),
                FitReader.regression(node));
    }
}
