package org.canbao.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Fills the tables of {@code REFERENCE.md} from the JSON Schemas, which are written from the key sets of the readers: what
 * stands between {@code <!-- keys: NAME -->} and {@code <!-- end -->} is the table of the definition of that name.
 */
final class ReferenceWriter {
    private static final Pattern TABLE = Pattern.compile("<!-- keys: (\\S+) -->\n.*?<!-- end -->", Pattern.DOTALL);

    /** The keys that all models share; {@link #STUDY} is the file as a whole. */
    private static final String COMMON = "common";

    private static final String STUDY = "study";

    private static final String DATA_SCHEMA = "data-schema";

    /** What a definition is called where it is the value of a key. */
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("text", "text"),
            Map.entry("bilingual", "[text](#texts)"),
            Map.entry("id", "id"),
            Map.entry("column", "column"),
            Map.entry("sql", "[SQL](#sql-expressions)"),
            Map.entry("levels", "[levels](#sample)"),
            Map.entry("formula", "[formula](#formulas)"),
            Map.entry("small_sample", "[mapping](#small_sample)"),
            Map.entry("input", "[input](#inputs)"),
            Map.entry("sample", "[mapping](#sample)"),
            Map.entry("further_sample", "[mapping](#further-samples)"),
            Map.entry("row_names", "column or [names](#rows-one-by-one)"),
            Map.entry("column_of_listing", "column or [mapping](#rows-one-by-one)"),
            Map.entry("classes", "columns with [classes](#rows-one-by-one)"),
            Map.entry("filter", "[filter](#sample)"),
            Map.entry("defaults", "keys of [specs](#specs)"),
            Map.entry("spec", "[spec](#specs)"),
            Map.entry("table", "[table](#tables)"),
            Map.entry("column_of_table", "id or [column](#tables)"),
            Map.entry("figure", "[figure](#figures)"),
            Map.entry("index", "[index](#inputs)"),
            Map.entry("rule", "[rule](#rules)"),
            Map.entry("overlap", "[mapping](#rules)"),
            Map.entry("backwards", "[mapping](#rules)"),
            Map.entry("document", "[mapping](#rules)"),
            Map.entry("privacy", "[mapping](#small-counts)"),
            Map.entry("privacy_of_schema", "[mapping](#small-counts)"),
            Map.entry("share", "[share](#tables)"),
            Map.entry("choices", "[mapping](#choices)"),
            Map.entry("open_point", "[point](#choices)"),
            Map.entry("alternative", "[alternative](#choices)"),
            Map.entry("input_read_otherwise", "[mapping](#choices)"),
            Map.entry("curve", "[curve](#choices)"),
            Map.entry("roster", "[mapping](#rosters)"),
            Map.entry("count_of_persons", "[count](#rosters)"),
            Map.entry("bounds", "[bounds](#rosters)"),
            Map.entry("codes_from", "[mapping](#data-schemas)"),
            Map.entry("variable", "[variable](#data-schemas)"),
            Map.entry("binomial", "[mapping](#rd-density)"),
            Map.entry("select", "[mapping](#rd-randomization)"),
            Map.entry("interval", "[mapping](#rd-randomization)"));

    private final JsonNode spec = JsonMapper.shared().readTree(SchemaWriter.spec());
    private final JsonNode study = JsonMapper.shared().readTree(SchemaWriter.study());
    private final JsonNode dataSchema = JsonMapper.shared().readTree(DataSchemaWriter.dataSchema());

    /** The page with its tables made anew. */
    String filled(String page) {
        return TABLE.matcher(page).replaceAll(this::table);
    }

    /** The definitions that the page has a table of. */
    static Set<String> tables(String page) {
        return TABLE.matcher(page).results().map(m -> m.group(1)).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** The definitions that have keys, the file as a whole and what is common to all models among them. */
    Set<String> definitions() {
        Set<String> names = new LinkedHashSet<>(
                Set.of(STUDY, COMMON, DATA_SCHEMA, "variable", "roster", "count_of_persons", "bounds", "codes_from", "privacy_of_schema", "rule", "overlap", "backwards", "document"));
        study.get("$defs").propertyStream().forEach(entry -> {
            if (!mapping(entry.getValue()).isMissingNode()) {
                names.add(entry.getKey());
            }
        });
        names.removeAll(Set.of("spec", "defaults"));
        return names;
    }

    private String table(MatchResult match) {
        String name = match.group(1);
        Set<String> required = required(name);
        StringBuilder out =
                new StringBuilder("<!-- keys: " + name + " -->\n\n| key | takes | meaning |\n|---|---|---|\n");
        keys(name)
                .forEach((key, shape) -> out.append("| ")
                        .append(required.contains(key) ? "**`" + key + "`**" : "`" + key + "`")
                        .append(" | ")
                        .append(shape(shape))
                        .append(" | ")
                        .append(shape.path("description").asString("").replace("|", "\\|"))
                        .append(" |\n"));
        return Matcher.quoteReplacement(out + "\n<!-- end -->");
    }

    private Map<String, JsonNode> keys(String name) {
        Map<String, String> common = CommonReader.KEYS.docs();
        boolean model = ModelReaders.BY_NAME.names().contains(name);
        JsonNode properties =
                definition(name.equals(COMMON) ? "defaults" : name).get("properties");
        Map<String, JsonNode> keys = new LinkedHashMap<>();
        properties.propertyStream().forEach(entry -> {
            String key = entry.getKey();
            if (name.equals(COMMON) && common.containsKey(key)) {
                keys.put(key, key.equals("model") ? entry.getValue() : plain(key));
            } else if (!name.equals(COMMON) && !(model && isAsCommon(key, entry.getValue()))) {
                keys.put(key, entry.getValue());
            }
        });
        return keys;
    }

    /** A key that means to a model what it means to all. */
    private static boolean isAsCommon(String key, JsonNode shape) {
        return shape.path("description")
                .asString("")
                .equals(CommonReader.KEYS.docs().get(key));
    }

    /** A common key as least squares have it, which have no meaning of their own for any. */
    private JsonNode plain(String key) {
        return definition("ols").get("properties").get(key);
    }

    /** What describes a file as a whole, or a part of one. */
    private JsonNode definition(String name) {
        if (name.equals(STUDY) || name.equals(DATA_SCHEMA)) {
            return name.equals(STUDY) ? study : dataSchema;
        }
        JsonNode parts = (study.get("$defs").has(name) ? study : dataSchema).get("$defs");
        return mapping(parts.get(name));
    }

    /** The definition itself, or the one of its forms that is a mapping. */
    private static JsonNode mapping(JsonNode definition) {
        if (definition.has("properties") && definition.has("additionalProperties")) {
            return definition;
        }
        return StreamSupport.stream(definition.path("anyOf").spliterator(), false)
                .filter(form -> form.has("properties"))
                .findFirst()
                .orElse(definition.path("none"));
    }

    private Set<String> required(String name) {
        if (name.equals(COMMON)) {
            return Set.of("model", "vcov");
        }
        List<JsonNode> sources = new ArrayList<>();
        sources.add(definition(name));
        for (JsonNode rule : spec.get("allOf")) {
            if (rule.path("then").path("$ref").asString("").equals("#/$defs/" + name)) {
                sources.add(rule.get("then"));
            }
        }
        return sources.stream()
                .flatMap(source -> StreamSupport.stream(source.path("required").spliterator(), false))
                .map(JsonNode::asString)
                .collect(Collectors.toSet());
    }

    private String shape(JsonNode shape) {
        if (shape.has("$ref")) {
            return NAMES.get(shape.get("$ref").asString().substring("#/$defs/".length()));
        } else if (shape.has("enum")) {
            return quoted(shape.get("enum"));
        } else if (shape.has("const")) {
            return "`" + shape.get("const").asString() + "`";
        } else if (shape.has("anyOf")) {
            boolean none = shape.get("anyOf").get(1).path("type").asString("").equals("null");
            return shape(shape.get("anyOf").get(0)) + (none ? " or `null`" : ", or a list");
        }
        return switch (shape.get("type").isString() ? shape.get("type").asString() : "several") {
            case "array" -> "list of " + plural(shape(shape.get("items")));
            case "object" -> "mapping to " + shape(shape.get("additionalProperties"));
            case "boolean" -> "`true` `false`";
            case "integer" ->
                shape.has("minimum")
                        ? "whole number, " + shape.get("minimum")
                                + (shape.has("maximum") ? " to " + shape.get("maximum") : " or more")
                        : "whole number";
            default -> shape.has("pattern") ? "name" : "number or `null`";
        };
    }

    private static String plural(String shape) {
        return shape.replaceFirst("^(\\[?)(whole number|number|text|id|filter|list)", "$1$2s");
    }

    private static String quoted(JsonNode names) {
        return StreamSupport.stream(names.spliterator(), false)
                .map(name -> "`" + name.asString() + "`")
                .collect(Collectors.joining(" "));
    }
}
