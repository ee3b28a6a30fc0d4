package org.canbao.ingest;

import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** An inspection as JSON, keys in a fixed order. */
public final class InspectionJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private InspectionJson() {}

    /** The text, with a line break at the end. */
    public static String text(Inspection inspection) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("file", inspection.file());
        root.put("format", inspection.format());
        root.put("encoding", inspection.encoding());
        root.put("encoding_reason", inspection.encodingReason());
        root.put("label", inspection.label());
        root.put("rows", inspection.rows());
        root.put("rejected", inspection.rejected());
        ArrayNode variables = root.putArray("variables");
        inspection.variables().forEach(v -> put(v, variables.addObject()));
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    private static void put(VariableSummary summary, ObjectNode node) {
        node.put("name", summary.variable().name());
        node.put("type", summary.variable().type().name().toLowerCase(Locale.ROOT));
        node.put("label", summary.variable().label());
        ObjectNode labels = node.putObject("value_labels");
        summary.variable().valueLabels().forEach(labels::put);
        node.put("present", summary.present());
        node.put("missing", summary.missing());
        ObjectNode codes = node.putObject("missing_by_code");
        summary.missingByCode().forEach(codes::put);
        summary.range().ifPresent(range -> node.put("min", range.least()).put("max", range.greatest()));
        summary.lengths()
                .ifPresent(lengths -> node.put("shortest", lengths.shortest()).put("longest", lengths.longest()));
        summary.distinct()
                .ifPresentOrElse(
                        count -> node.put("distinct", count),
                        () -> node.put("distinct_more_than", Inspection.DISTINCT_CAP));
    }
}
