package org.canbao.result;

import java.util.Locale;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A decomposition of the two-way fixed-effects estimate as JSON. */
final class BaconFormat implements FitFormat<BaconFit> {
    @Override
    public Class<BaconFit> type() {
        return BaconFit.class;
    }

    @Override
    public String model() {
        return "bacon";
    }

    @Override
    public void write(ObjectNode node, BaconFit fit) {
        node.put("treatment", fit.treatment());
        FitWriter.number(node, "twfe", fit.twfe().estimate());
        FitWriter.number(node, "sum", fit.sum());
        ArrayNode types = node.putArray("types");
        for (BaconFit.Component component : fit.components()) {
            ObjectNode entry = types.addObject().put("type", component.type().text());
            FitWriter.number(entry, "weight", component.weight());
            FitWriter.number(entry, "estimate", component.estimate());
        }
        ArrayNode comparisons = node.putArray("comparisons");
        for (BaconFit.Comparison comparison : fit.comparisons()) {
            ObjectNode entry = comparisons.addObject();
            FitWriter.number(entry, "treated", comparison.treated());
            FitWriter.number(entry, "untreated", comparison.untreated().orElse(Double.NaN));
            entry.put("type", comparison.type().name().toLowerCase(Locale.ROOT));
            FitWriter.number(entry, "weight", comparison.weight());
            FitWriter.number(entry, "estimate", comparison.estimate());
        }
        FitWriter.regression(node, fit.regression());
    }

    @Override
    public BaconFit read(JsonNode node) {
        return new BaconFit(
                FitReader.text(node, "treatment"),
                FitReader.list(node, "comparisons", BaconFormat::comparison),
                FitReader.regression(node));
    }

    private static BaconFit.Comparison comparison(JsonNode node) {
        double untreated = FitReader.number(node, "untreated");
        return new BaconFit.Comparison(
                FitReader.number(node, "treated"),
                Double.isNaN(untreated) ? OptionalDouble.empty() : OptionalDouble.of(untreated),
                BaconFit.Type.valueOf(FitReader.text(node, "type").toUpperCase(Locale.ROOT)),
                FitReader.number(node, "weight"),
                FitReader.number(node, "estimate"));
    }
}
