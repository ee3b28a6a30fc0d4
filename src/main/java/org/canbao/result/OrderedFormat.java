package org.canbao.result;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A regression of an ordered outcome as JSON; one format for each model of this kind. */
record OrderedFormat(String model) implements FitFormat<OrderedFit> {
    @Override
    public Class<OrderedFit> type() {
        return OrderedFit.class;
    }

    @Override
    public void write(ObjectNode node, OrderedFit fit) {
        node.put("outcome", fit.outcome());
        ArrayNode levels = node.putArray("levels");
        fit.levels()
                .forEach(level -> levels.addObject().put("value", level.value()).put("n", level.rows()));
        ArrayNode coefficients = node.putArray("coefficients");
        fit.coefficients().forEach(c -> FitWriter.coefficient(coefficients.addObject(), c));
        ArrayNode cuts = node.putArray("cuts");
        fit.cuts().forEach(c -> FitWriter.coefficient(cuts.addObject(), c));
        node.put("n", fit.n());
        FitWriter.number(node, "log_likelihood", fit.logLikelihood());
        FitWriter.number(node, "log_likelihood_null", fit.constantOnly());
        FitWriter.number(node, "pseudo_r2", 1 - fit.logLikelihood() / fit.constantOnly());
        node.put("iterations", fit.iterations());
        FitWriter.number(node, "outcome_mean", fit.outcomeMean());
        FitWriter.dropped(node, fit.dropped());
        FitWriter.inference(node.putObject("inference"), fit.inference());
        fit.marginalEffects().ifPresent(effects -> MarginalEffectsJson.write(node, effects));
    }

    @Override
    public OrderedFit read(JsonNode node) {
        return new OrderedFit(
                model,
                FitReader.text(node, "outcome"),
                FitReader.list(
                        node,
                        "levels",
                        level -> new OrderedFit.Level(
                                FitReader.number(level, "value"),
                                FitReader.field(level, "n").asLong())),
                FitReader.list(node, "coefficients", FitReader::coefficient),
                FitReader.list(node, "cuts", FitReader::coefficient),
                FitReader.number(node, "log_likelihood"),
                FitReader.number(node, "log_likelihood_null"),
                FitReader.field(node, "iterations").asInt(),
                FitReader.list(node, "dropped_detail", FitReader::dropped),
                FitReader.number(node, "outcome_mean"),
                FitReader.inference(FitReader.field(node, "inference")),
                MarginalEffectsJson.read(node));
    }
}
