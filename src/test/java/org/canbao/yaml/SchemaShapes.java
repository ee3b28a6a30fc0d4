package org.canbao.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The shapes that JSON Schemas are made of, and how a schema is printed. */
final class SchemaShapes {
    private static final JsonMapper MAPPER = JsonMapper.shared();

    private SchemaShapes() {}

    /** A mapping with the keys and lines of a key set. */
    static ObjectNode mapping(KeySet keys, Map<String, ObjectNode> values, String... required) {
        ObjectNode properties = node();
        keys.docs().forEach((key, doc) -> {
            if (!values.containsKey(key)) {
                throw new AssertionError("the schema lacks the shape of `" + key + "` in " + keys.of());
            }
            properties.set(key, described(doc, values.get(key)));
        });
        ObjectNode made = node("description", keys.of().replace("`", ""), "type", "object");
        if (required.length > 0) {
            made.set("required", MAPPER.valueToTree(required));
        }
        return made.put("additionalProperties", false).set("properties", properties);
    }

    static ObjectNode map(ObjectNode names, ObjectNode value) {
        return node("type", "object", "propertyNames", names, "additionalProperties", value);
    }

    static ObjectNode described(String doc, ObjectNode shape) {
        return node("description", doc).setAll(shape);
    }

    static ObjectNode oneOf(Choice<?> choice) {
        return node("type", "string", "enum", choice.names());
    }

    /** The names of one choice, then those that only another has. */
    static ObjectNode oneOf(Choice<?> first, Choice<?> second) {
        List<String> names = new ArrayList<>(first.names());
        second.names().stream().filter(name -> !names.contains(name)).forEach(names::add);
        return node("type", "string", "enum", names);
    }

    static ObjectNode list(ObjectNode item) {
        return node("type", "array", "items", item, "minItems", 1);
    }

    static ObjectNode pair(ObjectNode item) {
        return list(item).put("minItems", 2).put("maxItems", 2);
    }

    static ObjectNode oneOrMore(ObjectNode item) {
        return anyOf(item, list(item));
    }

    static ObjectNode anyOf(ObjectNode... shapes) {
        return node("anyOf", List.of(shapes));
    }

    static ObjectNode whole(int least, int most) {
        return node("type", "integer", "minimum", least, "maximum", most);
    }

    /** A text; YAML reads some names, such as 2017, as numbers. */
    static ObjectNode text(String pattern) {
        return node("type", List.of("string", "integer"), "pattern", pattern);
    }

    static ObjectNode ref(String definition) {
        return node("$ref", "#/$defs/" + definition);
    }

    static ObjectNode node(Object... keysAndValues) {
        ObjectNode made = MAPPER.createObjectNode();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            made.set((String) keysAndValues[i], MAPPER.valueToTree(keysAndValues[i + 1]));
        }
        return made;
    }

    static String printed(ObjectNode schema) {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        return MAPPER.writer().with(printer).writeValueAsString(schema) + "\n";
    }
}
