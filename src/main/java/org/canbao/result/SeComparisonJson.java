package org.canbao.result;

import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A comparison of standard errors as JSON; names are those of fits. */
public final class SeComparisonJson {
    private static final JsonMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private SeComparisonJson() {}

    /** The comparison, ending in a line break. */
    public static String write(SeComparison comparison) {
        ObjectNode node = MAPPER.createObjectNode();
        node.put("model", comparison.model());
        node.put("outcome", comparison.outcome());
        ArrayNode rows = node.putArray("standard_errors");
        for (SeComparison.Row row : comparison.rows()) {
            ObjectNode entry = rows.addObject();
            entry.put("asked", row.asked());
            ArrayNode coefficients = entry.putArray("coefficients");
            row.coefficients().forEach(c -> FitWriter.coefficient(coefficients.addObject(), c));
            FitWriter.inference(entry.putObject("inference"), row.inference());
        }
        ArrayNode missing = node.putArray("missing");
        for (SeComparison.Missing none : comparison.missing()) {
            missing.addObject()
                    .put("vcov", none.vcov())
                    .put("conventions", none.conventions())
                    .put("reason", none.reason());
        }
        return MAPPER.writeValueAsString(node).replace("\r\n", "\n") + "\n";
    }
}
