package org.canbao.result;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.canbao.result.HonestDidFit.Bounded;
import org.canbao.result.HonestDidFit.Ends;
import org.canbao.result.HonestDidFit.Sensitivity;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A sensitivity analysis as JSON. */
final class HonestDidFormat implements FitFormat<HonestDidFit> {
    @Override
    public Class<HonestDidFit> type() {
        return HonestDidFit.class;
    }

    @Override
    public String model() {
        return "honest-did";
    }

    @Override
    public void write(ObjectNode node, HonestDidFit fit) {
        node.put("of", fit.base());
        node.put("outcome", fit.outcome());
        if (fit.target().isPresent()) {
            node.put("target", fit.target().getAsInt());
        } else {
            node.put("target", "average");
        }
        FitWriter.coefficient(node.putObject("original"), fit.original());
        node.put("before", fit.before());
        node.put("after", fit.after());
        fit.smoothness().ifPresent(s -> sensitivity(node.putObject("smoothness"), "fixed-length", s));
        fit.magnitudes()
                .ifPresent(s -> sensitivity(node.putObject("magnitudes"), "conditional least-favourable hybrid", s));
        node.put("n", fit.n());
        FitWriter.inference(node.putObject("inference"), fit.inference());
    }

    private static void sensitivity(ObjectNode node, String method, Sensitivity sensitivity) {
        node.put("method", method);
        FitWriter.number(node, "breakdown", sensitivity.breakdown().orElse(Double.NaN));
        ArrayNode sets = node.putArray("sets");
        for (Bounded bounded : sensitivity.sets()) {
            ObjectNode entry = sets.addObject();
            FitWriter.number(entry, "bound", bounded.bound());
            ends(entry, "conf_low", "conf_high", bounded.set());
            ends(entry, "identified_low", "identified_high", bounded.identified());
        }
    }

    private static void ends(ObjectNode node, String low, String high, Optional<Ends> ends) {
        FitWriter.number(node, low, ends.map(Ends::low).orElse(Double.NaN));
        FitWriter.number(node, high, ends.map(Ends::high).orElse(Double.NaN));
    }

    @Override
    public HonestDidFit read(JsonNode node) {
        JsonNode target = FitReader.field(node, "target");
        return new HonestDidFit(
                FitReader.text(node, "of"),
                FitReader.text(node, "outcome"),
                target.isNumber() ? OptionalInt.of(target.asInt()) : OptionalInt.empty(),
                FitReader.coefficient(FitReader.field(node, "original")),
                FitReader.field(node, "before").asInt(),
                FitReader.field(node, "after").asInt(),
                Optional.ofNullable(node.get("smoothness")).map(HonestDidFormat::sensitivity),
                Optional.ofNullable(node.get("magnitudes")).map(HonestDidFormat::sensitivity),
                FitReader.inference(FitReader.field(node, "inference")));
    }

    private static Sensitivity sensitivity(JsonNode node) {
        double breakdown = FitReader.number(node, "breakdown");
        return new Sensitivity(
                FitReader.list(
                        node,
                        "sets",
                        entry -> new Bounded(
                                FitReader.number(entry, "bound"),
                                ends(entry, "conf_low", "conf_high"),
                                ends(entry, "identified_low", "identified_high"))),
                Double.isNaN(breakdown) ? OptionalDouble.empty() : OptionalDouble.of(breakdown));
    }

    private static Optional<Ends> ends(JsonNode node, String low, String high) {
        Ends ends = new Ends(FitReader.number(node, low), FitReader.number(node, high));
        return Double.isNaN(ends.low()) ? Optional.empty() : Optional.of(ends);
    }
}
