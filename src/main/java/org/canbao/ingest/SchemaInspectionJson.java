package org.canbao.ingest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.canbao.diag.Place;
import org.canbao.ingest.binding.BoundVariable;
import org.canbao.ingest.binding.RosterBinding;
import org.canbao.ingest.binding.Sought;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** How a schema fits a file, as JSON, keys in a fixed order. */
public final class SchemaInspectionJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private final SchemaInspection inspection;
    private final Map<String, VariableSummary> summaries;

    private SchemaInspectionJson(SchemaInspection inspection) {
        this.inspection = inspection;
        this.summaries = inspection.harmonised().variables().stream()
                .collect(Collectors.toMap(s -> s.variable().name(), Function.identity(), (a, b) -> a));
    }

    /** The text, with a line break at the end. */
    public static String text(SchemaInspection inspection) {
        ObjectNode root = new SchemaInspectionJson(inspection).root();
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    private ObjectNode root() {
        Inspection file = inspection.harmonised();
        ObjectNode root = MAPPER.createObjectNode();
        root.put("file", file.file());
        root.put("format", file.format());
        root.put("encoding", file.encoding());
        root.put("rows", file.rows());
        root.put("schema", inspection.binding().schema().id());
        root.put("fits", inspection.fits());
        ArrayNode variables = root.putArray("variables");
        inspection.binding().sought().forEach(sought -> put(sought, variables.addObject()));
        inspection.binding().roster().ifPresent(roster -> putRoster(roster, root.putObject("roster")));
        ArrayNode kept = root.putArray("kept");
        int harmonised = inspection.binding().size();
        file.variables().stream()
                .skip(harmonised)
                .forEach(v -> kept.add(v.variable().name()));
        RuleCountJson.put(inspection.rules(), root.putArray("rules"));
        ArrayNode findings = root.putArray("findings");
        inspection.binding().findings().forEach(finding -> {
            ObjectNode node = findings.addObject();
            node.put("severity", finding.severity().name().toLowerCase(Locale.ROOT));
            node.put("code", finding.code().id());
            node.put("message", finding.message());
            node.put("place", finding.place().map(Place::toString).orElse(""));
        });
        return root;
    }

    private void put(Sought sought, ObjectNode node) {
        node.put("name", sought.wanted().name());
        node.put("bound_by", sought.means().text());
        node.put("confidence", sought.wanted().confidence().text());
        node.put("optional", sought.wanted().optional());
        node.put("unit", sought.wanted().unit());
        sought.wanted().value().ifPresent(value -> node.put("value", value));
        ArrayNode raw = node.putArray("raw");
        sought.found()
                .forEach(v -> raw.addObject()
                        .put("name", v.name())
                        .put("type", v.type().name().toLowerCase(Locale.ROOT))
                        .put("label", v.label()));
        sought.bound().ifPresent(bound -> putBound(bound, node));
    }

    private void putRoster(RosterBinding roster, ObjectNode node) {
        ObjectNode items = node.putObject("items");
        roster.persons().forEach((item, persons) -> {
            ArrayNode found = items.putArray(item);
            persons.forEach(sought -> put(sought, found.addObject()));
        });
        ArrayNode counts = node.putArray("counts");
        roster.roster().counts().forEach(count -> {
            ObjectNode one = counts.addObject().put("name", count.name());
            ArrayNode unmet = one.putArray("items_not_in_file");
            roster.unmet(count).forEach(unmet::add);
        });
    }

    private void putBound(BoundVariable bound, ObjectNode node) {
        node.put("type", bound.variable().type().name().toLowerCase(Locale.ROOT));
        ArrayNode codes = node.putArray("codes");
        bound.codes().lines().forEach((value, line) -> {
            ObjectNode code = codes.addObject();
            code.put("raw", value).put("label", line.label()).put("by", line.byLabel() ? "label" : "value");
            line.target().ifPresentOrElse(t -> code.put("value", t), () -> code.put("missing", line.meaning()));
        });
        ArrayNode unused = node.putArray("codes_not_in_file");
        bound.codes().unused().forEach(unused::add);
        node.put("other_values", bound.codes().others().name().toLowerCase(Locale.ROOT));
        Optional.ofNullable(summaries.get(bound.variable().name())).ifPresent(summary -> {
            node.put("present", summary.present());
            node.put("missing", inspection.empty(summary));
            ObjectNode missing = node.putObject("missing_by_code");
            summary.missingByCode().forEach(missing::put);
            summary.range().ifPresent(r -> node.put("min", r.least()).put("max", r.greatest()));
        });
        ArrayNode misfits = node.putArray("misfits");
        inspection.misfits().getOrDefault(bound.variable().name(), List.of()).forEach(misfit -> {
            ObjectNode one = misfits.addObject();
            misfit.value().ifPresent(value -> one.put("value", value));
            one.put("cells", misfit.cells()).put("reason", misfit.reason());
        });
    }
}
