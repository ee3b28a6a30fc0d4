package org.canbao.result;

import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An analysis of sensitivity to unobservables as JSON. */
final class OsterFormat implements FitFormat<OsterFit> {
    @Override
    public Class<OsterFit> type() {
        return OsterFit.class;
    }

    @Override
    public String model() {
        return "oster";
    }

    @Override
    public void write(ObjectNode node, OsterFit fit) {
        node.put("coefficient", fit.coefficient());
        FitWriter.number(
                node,
                "estimate",
                fit.coefficients().isEmpty()
                        ? Double.NaN
                        : fit.coefficients().get(0).estimate());
        ObjectNode shorter = node.putObject("short");
        FitWriter.number(shorter, "estimate", fit.shorter().estimate());
        FitWriter.number(shorter, "r2", fit.shorter().r2());
        FitWriter.number(node, "r_max", fit.rMax());
        FitWriter.number(node, "beta", fit.beta());
        FitWriter.number(node, "delta_star", fit.deltaStar().orElse(Double.NaN));
        FitWriter.number(node, "delta", fit.delta());
        FitWriter.number(node, "beta_star", fit.betaStar().orElse(Double.NaN));
        ArrayNode others = node.putArray("other_solutions");
        fit.others().forEach(others::add);
        node.put("reverses", fit.reverses());
        ObjectNode regression = node.putObject("long");
        regression.put("model", fit.regression().model());
        FitWriter.regression(regression, fit.regression());
    }

    @Override
    public OsterFit read(JsonNode node) {
        JsonNode shorter = FitReader.field(node, "short");
        return new OsterFit(
                FitReader.text(node, "coefficient"),
                FitReader.regression(FitReader.field(node, "long")),
                new OsterFit.Shorter(FitReader.number(shorter, "estimate"), FitReader.number(shorter, "r2")),
                FitReader.number(node, "r_max"),
                FitReader.number(node, "beta"),
                optional(node, "delta_star"),
                FitReader.number(node, "delta"),
                optional(node, "beta_star"),
                FitReader.list(node, "other_solutions", JsonNode::asDouble),
                FitReader.field(node, "reverses").asBoolean());
    }

    private static OptionalDouble optional(JsonNode node, String key) {
        double value = FitReader.number(node, key);
        return Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
    }
}
