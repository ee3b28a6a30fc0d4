package org.canbao.result;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A regression by maximum likelihood as JSON; one format for each model of this kind. */
record LikelihoodFormat(String model) implements FitFormat<LikelihoodFit> {
    @Override
    public Class<LikelihoodFit> type() {
        return LikelihoodFit.class;
    }

    @Override
    public void write(ObjectNode node, LikelihoodFit fit) {
        node.put("outcome", fit.outcome());
        ArrayNode coefficients = node.putArray("coefficients");
        fit.coefficients().forEach(c -> FitWriter.coefficient(coefficients.addObject(), c));
        node.put("n", fit.n());
        FitWriter.number(node, "log_likelihood", fit.likelihood().log());
        FitWriter.number(node, "log_likelihood_null", fit.likelihood().constantOnly());
        FitWriter.number(node, "deviance", fit.likelihood().deviance());
        FitWriter.number(node, "pseudo_r2", fit.likelihood().pseudoR2());
        FitWriter.number(node, "squared_correlation", fit.likelihood().squaredCorrelation());
        node.put("iterations", fit.iterations());
        FitWriter.number(node, "outcome_mean", fit.outcomeMean());
        FitWriter.dropped(node, fit.dropped());
        FitWriter.fixedEffects(node, fit.fixedEffects());
        FitWriter.inference(node.putObject("inference"), fit.inference());
        fit.marginalEffects().ifPresent(effects -> MarginalEffectsJson.write(node, effects));
    }

    @Override
    public LikelihoodFit read(JsonNode node) {
        return new LikelihoodFit(
                model,
                FitReader.text(node, "outcome"),
                FitReader.list(node, "coefficients", FitReader::coefficient),
                new LikelihoodFit.Likelihood(
                        FitReader.number(node, "log_likelihood"),
                        FitReader.number(node, "log_likelihood_null"),
                        FitReader.number(node, "deviance"),
                        FitReader.number(node, "squared_correlation")),
                FitReader.field(node, "iterations").asInt(),
                FitReader.list(node, "dropped_detail", FitReader::dropped),
                FitReader.list(node, "fixed_effects", FitReader::absorbed),
                FitReader.number(node, "outcome_mean"),
                FitReader.inference(FitReader.field(node, "inference")),
                MarginalEffectsJson.read(node));
    }
}
