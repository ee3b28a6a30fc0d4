package org.canbao.result;

import java.util.Locale;
import org.canbao.result.SunAbrahamFit.Cohort;
import org.canbao.result.SunAbrahamFit.Role;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An event study by cohort as JSON. */
final class SunAbrahamFormat implements FitFormat<SunAbrahamFit> {
    @Override
    public Class<SunAbrahamFit> type() {
        return SunAbrahamFit.class;
    }

    @Override
    public String model() {
        return "sun-abraham";
    }

    @Override
    public void write(ObjectNode node, SunAbrahamFit fit) {
        FitWriter.byEventTime(node, fit);
        FitWriter.coefficient(node.putObject("att"), fit.att());
        ArrayNode cohorts = node.putArray("cohorts");
        for (Cohort cohort : fit.cohorts()) {
            ObjectNode entry = cohorts.addObject();
            FitWriter.number(entry, "cohort", cohort.cohort());
            entry.put("role", cohort.role().name().toLowerCase(Locale.ROOT)).put("rows", cohort.rows());
        }
        FitWriter.regression(node, fit.regression());
    }

    @Override
    public SunAbrahamFit read(JsonNode node) {
        return new SunAbrahamFit(
                FitReader.list(node, "by", FitReader::atTime),
                FitReader.list(node, "reference", JsonNode::asInt),
                FitReader.pretrend(node),
                FitReader.covariance(node),
                FitReader.average(node),
                FitReader.coefficient(FitReader.field(node, "att")),
                FitReader.list(
                        node,
                        "cohorts",
                        c -> new Cohort(
                                FitReader.number(c, "cohort"),
                                Role.valueOf(FitReader.text(c, "role").toUpperCase(Locale.ROOT)),
                                FitReader.field(c, "rows").asLong())),
                FitReader.regression(node));
    }
}
