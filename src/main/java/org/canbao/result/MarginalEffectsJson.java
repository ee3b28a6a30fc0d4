package org.canbao.result;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Average marginal effects as a block of the JSON of their fit. */
final class MarginalEffectsJson {
    private static final String KEY = "marginal_effects";

    private MarginalEffectsJson() {}

    static void write(ObjectNode node, MarginalEffects effects) {
        ObjectNode block = node.putObject(KEY);
        ArrayNode list = block.putArray("effects");
        for (MarginalEffects.Effect effect : effects.effects()) {
            ObjectNode one = list.addObject();
            FitWriter.coefficient(one, effect.estimate());
            one.put("kind", effect.kind().name().toLowerCase(Locale.ROOT));
            if (!effect.from().isEmpty()) {
                one.put("from", effect.from());
            }
            effect.outcome().ifPresent(level -> one.put("outcome", level));
            ArrayNode terms = one.putArray("terms");
            effect.terms().forEach(terms::add);
        }
        ArrayNode leftOut = block.putArray("left_out");
        effects.leftOut()
                .forEach(one -> leftOut.addObject().put("name", one.name()).put("term", one.term()));
    }

    static Optional<MarginalEffects> read(JsonNode node) {
        if (!node.has(KEY)) {
            return Optional.empty();
        }
        JsonNode block = node.get(KEY);
        return Optional.of(new MarginalEffects(
                FitReader.list(block, "effects", MarginalEffectsJson::effect),
                FitReader.list(
                        block,
                        "left_out",
                        one -> new MarginalEffects.LeftOut(FitReader.text(one, "name"), FitReader.text(one, "term")))));
    }

    private static MarginalEffects.Effect effect(JsonNode node) {
        return new MarginalEffects.Effect(
                MarginalEffects.Kind.valueOf(FitReader.text(node, "kind").toUpperCase(Locale.ROOT)),
                node.has("from") ? FitReader.text(node, "from") : "",
                node.has("outcome") ? OptionalDouble.of(FitReader.number(node, "outcome")) : OptionalDouble.empty(),
                FitReader.list(node, "terms", JsonNode::asString),
                FitReader.coefficient(node));
    }
}
