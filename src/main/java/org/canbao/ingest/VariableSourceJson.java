package org.canbao.ingest;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.Bilingual;
import org.canbao.data.VariableSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Where a harmonised variable comes from, as a part of a codebook. */
final class VariableSourceJson {
    private VariableSourceJson() {}

    static void put(VariableSource source, ObjectNode node) {
        ArrayNode bound = node.putArray("bound");
        source.bound().forEach(b -> bound.addObject().put("raw", b.raw()).put("by", b.by()));
        node.put("confidence", source.confidence());
        node.put("unit", source.unit());
        source.label().ifPresent(label -> put(label, node.putObject("label")));
        ObjectNode labels = node.putObject("value_labels");
        source.valueLabels().forEach((value, label) -> put(label, labels.putObject(value)));
    }

    static VariableSource read(JsonNode node) {
        List<VariableSource.Bound> bound = new ArrayList<>();
        for (JsonNode one : CodebookJson.required(node, "bound")) {
            bound.add(new VariableSource.Bound(
                    CodebookJson.required(one, "raw").asString(),
                    CodebookJson.required(one, "by").asString()));
        }
        Map<String, Bilingual> labels = new LinkedHashMap<>();
        CodebookJson.required(node, "value_labels").forEachEntry((value, label) -> labels.put(value, bilingual(label)));
        return new VariableSource(
                bound,
                CodebookJson.required(node, "confidence").asString(),
                CodebookJson.required(node, "unit").asString(),
                Optional.ofNullable(node.get("label")).map(VariableSourceJson::bilingual),
                labels);
    }

    private static void put(Bilingual text, ObjectNode node) {
        node.put("en", text.en()).put("zh", text.zh());
    }

    private static Bilingual bilingual(JsonNode node) {
        return new Bilingual(
                CodebookJson.required(node, "en").asString(),
                CodebookJson.required(node, "zh").asString());
    }
}
