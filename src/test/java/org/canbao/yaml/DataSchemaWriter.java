package org.canbao.yaml;

import static org.canbao.yaml.SchemaWriter.anyOf;
import static org.canbao.yaml.SchemaWriter.map;
import static org.canbao.yaml.SchemaWriter.mapping;
import static org.canbao.yaml.SchemaWriter.node;
import static org.canbao.yaml.SchemaWriter.oneOf;
import static org.canbao.yaml.SchemaWriter.oneOrMore;
import static org.canbao.yaml.SchemaWriter.ref;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** Writes the published JSON Schema of data schemas, as {@link SchemaWriter} writes the others. */
final class DataSchemaWriter {
    private static final ObjectNode TEXT = ref("text");
    private static final ObjectNode BILINGUAL = ref("bilingual");
    private static final ObjectNode BOOL = node("type", "boolean");

    private DataSchemaWriter() {}

    /** The schema of a data schema. */
    static String dataSchema() {
        ObjectNode names = node("pattern", "^[a-z][a-z0-9_]{0,62}$");
        ObjectNode schema = node(
                        "$schema",
                        SchemaWriter.DRAFT,
                        "$id",
                        SchemaWriter.SITE + "data-schema.json",
                        "title",
                        "A data schema of canbao: one raw layout and what it becomes")
                .setAll(mapping(
                        SchemaReader.KEYS,
                        Map.of(
                                "schema", ref("id"),
                                "dataset", ref("id"),
                                "title", BILINGUAL,
                                "expected_rows", node("type", "integer", "minimum", 1),
                                "keep_others", BOOL,
                                "variables", map(names, ref("variable"))),
                        "schema",
                        "dataset",
                        "title",
                        "variables"));
        ObjectNode definitions = SchemaWriter.texts();
        definitions.set("variable", variable());
        return SchemaWriter.printed(schema.set("$defs", definitions));
    }

    private static ObjectNode variable() {
        ObjectNode rawValue = node("type", List.of("string", "number", "boolean"));
        ObjectNode meanings = map(node(), BILINGUAL);
        ObjectNode listed = anyOf(rawValue, node("type", "array", "items", rawValue, "minItems", 1));
        Map<String, ObjectNode> values = new HashMap<>();
        values.put("raw", oneOrMore(TEXT));
        values.put("label_pattern", TEXT);
        values.put("type", oneOf(SchemaVariableReader.TYPE));
        values.put("label", BILINGUAL);
        values.put("unit", TEXT);
        values.put("codes", map(node(), TEXT).put("minProperties", 1));
        values.put("code_labels", meanings);
        values.put("missing", anyOf(meanings, listed));
        values.put("format", oneOf(SchemaVariableReader.FORMAT));
        values.put("part", oneOf(SchemaVariableReader.PART));
        values.put("optional", BOOL);
        values.put("confidence", oneOf(SchemaVariableReader.CONFIDENCE));
        ObjectNode shape = mapping(SchemaVariableReader.KEYS, values, "confidence");
        return shape.set("dependentRequired", node("part", List.of("format")));
    }
}
