package org.canbao.ingest;

import java.util.ArrayList;
import java.util.List;
import org.canbao.data.Bilingual;
import org.canbao.data.Codebook;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/** What rules found, as JSON and back. */
final class RuleCountJson {
    private RuleCountJson() {}

    static void put(List<Codebook.RuleCount> rules, ArrayNode list) {
        for (Codebook.RuleCount rule : rules) {
            list.addObject()
                    .put("id", rule.id())
                    .put("then", rule.then())
                    .put("en", rule.label().en())
                    .put("zh", rule.label().zh())
                    .put("rows", rule.rows())
                    .put("not_judged", rule.notJudged());
        }
    }

    static List<Codebook.RuleCount> read(JsonNode list) {
        List<Codebook.RuleCount> rules = new ArrayList<>();
        list.forEach(node -> rules.add(new Codebook.RuleCount(
                CodebookJson.required(node, "id").asString(),
                CodebookJson.required(node, "then").asString(),
                new Bilingual(
                        CodebookJson.required(node, "en").asString(),
                        CodebookJson.required(node, "zh").asString()),
                CodebookJson.required(node, "rows").asLong(),
                CodebookJson.required(node, "not_judged").asLong())));
        return rules;
    }
}
