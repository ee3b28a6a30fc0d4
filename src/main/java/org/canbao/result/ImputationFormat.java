package org.canbao.result;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Imputation estimates as JSON. */
final class ImputationFormat implements FitFormat<ImputationFit> {
    @Override
    public Class<ImputationFit> type() {
        return ImputationFit.class;
    }

    @Override
    public String model() {
        return "imputation";
    }

    @Override
    public void write(ObjectNode node, ImputationFit fit) {
        node.put("outcome", fit.outcome());
        FitWriter.coefficient(node.putObject("att"), fit.att());
        FitWriter.byEventTime(node, fit);
        node.put("n", fit.n());
        node.put("n_treated", fit.treated());
        ArrayNode covariates = node.putArray("covariates");
        fit.covariates().forEach(covariates::add);
        FitWriter.dropped(node, fit.dropped());
        ArrayNode effects = node.putArray("fixed_effects");
        for (Fit.Absorbed effect : fit.fixedEffects()) {
            effects.addObject().put("effect", effect.effect()).put("levels", effect.levels());
        }
        node.put("leave_out", fit.leaveOut());
        FitWriter.inference(node.putObject("inference"), fit.inference());
    }

    @Override
    public ImputationFit read(JsonNode node) {
        return new ImputationFit(
                FitReader.text(node, "outcome"),
                FitReader.coefficient(FitReader.field(node, "att")),
                FitReader.list(node, "by", FitReader::atTime),
                FitReader.pretrend(node),
                FitReader.covariance(node),
                FitReader.average(node),
                FitReader.field(node, "n_treated").asLong(),
                FitReader.list(node, "covariates", JsonNode::asString),
                FitReader.list(node, "dropped_detail", FitReader::dropped),
                FitReader.list(
                        node,
                        "fixed_effects",
                        e -> new Fit.Absorbed(
                                FitReader.text(e, "effect"),
                                FitReader.field(e, "levels").asInt())),
                FitReader.field(node, "leave_out").asBoolean(),
                FitReader.inference(FitReader.field(node, "inference")));
    }
}
