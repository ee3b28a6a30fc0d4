package org.canbao.yaml;

import static org.canbao.yaml.SchemaShapes.anyOf;
import static org.canbao.yaml.SchemaShapes.list;
import static org.canbao.yaml.SchemaShapes.map;
import static org.canbao.yaml.SchemaShapes.mapping;
import static org.canbao.yaml.SchemaShapes.node;
import static org.canbao.yaml.SchemaShapes.oneOf;
import static org.canbao.yaml.SchemaShapes.oneOrMore;
import static org.canbao.yaml.SchemaShapes.pair;
import static org.canbao.yaml.SchemaShapes.ref;
import static org.canbao.yaml.SchemaShapes.whole;
import static org.canbao.yaml.SchemaWriter.BOOL;
import static org.canbao.yaml.SchemaWriter.COLUMN;
import static org.canbao.yaml.SchemaWriter.SQL;
import static org.canbao.yaml.SchemaWriter.TEXT;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The shapes of the keys of exhibits that show rows of a sample. */
final class RowShapes {
    private static final ObjectNode NAMES = ref("row_names");
    private static final ObjectNode CLASSES = ref("classes");

    private RowShapes() {}

    /** What is required of each kind. */
    static final Map<String, List<String>> REQUIRED = Map.of(
            "listing", List.of("kind", "rows", "columns"),
            "typology", List.of("kind", "names", "rows"),
            "bars", List.of("kind", "rows", "values"),
            "stack", List.of("kind", "rows", "values"),
            "shares", List.of("kind", "shares", "rows"));

    /** The shapes of the keys of a kind that other kinds have not, or have otherwise. */
    static Map<String, ObjectNode> of(String kind) {
        Map<String, ObjectNode> values = new HashMap<>();
        values.put("sample", TEXT);
        if (!REQUIRED.containsKey(kind)) {
            return values;
        }
        values.put("where", SQL);
        values.put("order", oneOrMore(TEXT));
        values.put("panels", COLUMN);
        values.put("axis", ref("bilingual"));
        switch (kind) {
            case "listing" -> {
                values.put("rows", NAMES);
                values.put("columns", anyOf(ref("column_of_listing"), list(ref("column_of_listing"))));
                values.put("stub", ref("bilingual"));
                values.put("transpose", BOOL);
                values.put("totals", oneOrMore(oneOf(ListingReader.TOTALS)));
            }
            case "typology" -> {
                values.put("names", NAMES);
                values.put("rows", CLASSES);
                values.put("columns", CLASSES);
                values.put("shares", BOOL);
            }
            case "bars", "stack" -> {
                values.put("rows", NAMES);
                values.put("values", oneOrMore(COLUMN));
                values.put("by", COLUMN);
                values.put("intervals", map(node(), pair(COLUMN)));
            }
            case "shares" -> {
                values.put("rows", COLUMN);
                values.put("shares", map(ref("id"), ref("share")));
                values.put("weights", COLUMN);
                values.put("order", oneOf(ShareBarsReader.ORDER));
            }
            default -> {
                // has none
            }
        }
        return values;
    }

    /** Definitions that they share. */
    static Map<String, ObjectNode> definitions() {
        ObjectNode names = mapping(RowsReader.NAMES, Map.of("key", COLUMN, "en", COLUMN, "zh", COLUMN), "en");
        ObjectNode column = mapping(
                ListingReader.COLUMN_KEYS,
                Map.of(
                        "column",
                        COLUMN,
                        "en",
                        COLUMN,
                        "zh",
                        COLUMN,
                        "header",
                        ref("bilingual"),
                        "as",
                        oneOf(ListingReader.AS),
                        "digits",
                        whole(0, 12)));
        ObjectNode levels = anyOf(node("const", "all"), list(TEXT));
        Map<String, ObjectNode> definitions = new LinkedHashMap<>();
        definitions.put("row_names", anyOf(COLUMN, names));
        definitions.put("column_of_listing", anyOf(COLUMN, column));
        definitions.put("classes", anyOf(COLUMN, list(COLUMN), map(node(), levels)));
        return definitions;
    }
}
