package org.canbao.yaml;

import static org.canbao.yaml.SchemaShapes.anyOf;
import static org.canbao.yaml.SchemaShapes.map;
import static org.canbao.yaml.SchemaShapes.mapping;
import static org.canbao.yaml.SchemaShapes.node;
import static org.canbao.yaml.SchemaShapes.oneOf;
import static org.canbao.yaml.SchemaShapes.oneOrMore;
import static org.canbao.yaml.SchemaShapes.ref;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.node.ObjectNode;

/** Writes the published JSON Schema of data schemas, as {@link SchemaWriter} writes the others. */
final class DataSchemaWriter {
    private static final ObjectNode TEXT = ref("text");
    private static final ObjectNode BILINGUAL = ref("bilingual");
    private static final ObjectNode WHOLE = node("type", "integer");
    private static final ObjectNode BOOL = node("type", "boolean");

    private DataSchemaWriter() {}

    /** The schema of a data schema. */
    static String dataSchema() {
        ObjectNode names = names();
        ObjectNode schema = node(
                        "$schema",
                        SchemaWriter.DRAFT,
                        "$id",
                        SchemaWriter.SITE + "data-schema.json",
                        "title",
                        "A data schema of canbao: one raw layout and what it becomes")
                .setAll(mapping(
                        SchemaReader.KEYS,
                        Map.ofEntries(
                                Map.entry("schema", ref("id")),
                                Map.entry("dataset", ref("id")),
                                Map.entry("title", BILINGUAL),
                                Map.entry("expected_rows", node("type", "integer", "minimum", 1)),
                                Map.entry("rows_note", BILINGUAL),
                                Map.entry("keep_others", BOOL),
                                Map.entry("extends", ref("id")),
                                Map.entry("roster", ref("roster")),
                                Map.entry("privacy", ref("privacy_of_schema")),
                                Map.entry("rules", node("type", "array", "items", ref("rule"), "minItems", 1)),
                                Map.entry("variables", map(names, ref("variable")))),
                        "schema"));
        schema.set("anyOf", anyOf(node("required", List.of("extends")), whole()).get("anyOf"));
        ObjectNode definitions = SchemaWriter.texts();
        definitions.set("roster", roster(names));
        definitions.set("count_of_persons", count());
        definitions.set("bounds", mapping(RosterReader.BOUND_KEYS, Map.of("from", WHOLE, "to", WHOLE)));
        definitions.set(
                "codes_from",
                mapping(
                        CodeTableReader.KEYS,
                        Map.of("file", TEXT, "key", TEXT, "value", TEXT),
                        "file",
                        "key",
                        "value"));
        definitions.set("variable", variable());
        new TreeMap<>(rules(names)).forEach(definitions::set);
        definitions.set(
                "privacy_of_schema",
                mapping(
                        PrivacyReader.SCHEMA_KEYS,
                        Map.of("suppress_below", SchemaWriter.SHOWN_FROM, "reason", TEXT),
                        "suppress_below"));
        return SchemaShapes.printed(schema.set("$defs", definitions));
    }

    /** What a schema must say that extends none. */
    private static ObjectNode whole() {
        ObjectNode sure = node("additionalProperties", node("required", List.of("confidence")));
        return node("required", List.of("dataset", "title", "variables"), "properties", node("variables", sure));
    }

    private static ObjectNode roster(ObjectNode names) {
        ObjectNode persons = node("type", "array", "items", WHOLE, "minItems", 2, "maxItems", 2);
        return mapping(
                RosterReader.KEYS,
                Map.of(
                        "persons",
                        persons,
                        "survey",
                        WHOLE,
                        "items",
                        map(names, ref("variable")),
                        "keys",
                        oneOrMore(TEXT),
                        "counts",
                        map(names, ref("count_of_persons"))));
    }

    private static ObjectNode count() {
        ObjectNode condition = anyOf(oneOrMore(TEXT), ref("bounds"));
        return mapping(RosterReader.COUNT_KEYS, Map.of("label", BILINGUAL, "where", map(names(), condition)));
    }

    private static Map<String, ObjectNode> rules(ObjectNode names) {
        ObjectNode name = node("type", "string", "pattern", "^[a-z][a-z0-9_]{0,62}$");
        ObjectNode conditions = map(names, anyOf(oneOrMore(TEXT), ref("bounds")));
        Map<String, ObjectNode> values = new HashMap<>();
        values.put("id", name);
        values.put("en", TEXT);
        values.put("zh", TEXT);
        values.put("when", conditions);
        values.put("overlap", ref("overlap"));
        values.put("repeated", oneOrMore(name));
        values.put("backwards", ref("backwards"));
        values.put("document", ref("document"));
        values.put("among", conditions);
        values.put("then", oneOf(RuleReader.THEN));
        return Map.of(
                "rule", mapping(RuleReader.KEYS, values, "id", "then"),
                "overlap",
                        mapping(
                                RuleReader.OVERLAP_KEYS,
                                Map.of("unit", oneOrMore(name), "from", name, "to", name),
                                "unit",
                                "from",
                                "to"),
                "backwards", mapping(RuleReader.BACKWARDS_KEYS, Map.of("from", name, "to", name), "from", "to"),
                "document",
                        mapping(
                                RuleReader.DOCUMENT_KEYS,
                                Map.of("number", oneOrMore(TEXT), "birth", oneOrMore(TEXT), "sex", oneOrMore(TEXT)),
                                "number"));
    }

    private static ObjectNode names() {
        return node("pattern", "^[a-z][a-z0-9_]{0,62}$");
    }

    private static ObjectNode orNothing(ObjectNode shape) {
        return anyOf(shape, node("type", "null"));
    }

    private static ObjectNode variable() {
        ObjectNode rawValue = node("type", List.of("string", "number", "boolean"));
        ObjectNode meanings = map(node(), BILINGUAL);
        ObjectNode listed = anyOf(rawValue, node("type", "array", "items", rawValue, "minItems", 1));
        Map<String, ObjectNode> values = new HashMap<>();
        values.put("raw", oneOrMore(TEXT));
        values.put("label_pattern", orNothing(TEXT));
        values.put("label_check", orNothing(TEXT));
        values.put("type", oneOf(SchemaVariableReader.TYPE));
        values.put("label", BILINGUAL);
        values.put("unit", TEXT);
        values.put("codes", map(node(), TEXT).put("minProperties", 1));
        values.put("codes_from", ref("codes_from"));
        values.put("value", TEXT);
        values.put("code_labels", meanings);
        values.put("missing", anyOf(meanings, listed));
        values.put("format", oneOf(SchemaVariableReader.FORMAT));
        values.put("part", oneOf(SchemaVariableReader.PART));
        values.put("identifier", oneOf(SchemaVariableReader.IDENTIFIER));
        values.put("optional", BOOL);
        values.put("confidence", oneOf(SchemaVariableReader.CONFIDENCE));
        ObjectNode shape = mapping(SchemaVariableReader.KEYS, values);
        return shape.set("dependentRequired", node("part", List.of("format")));
    }
}
