package org.canbao.yaml;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The shapes of `choices` of a study: open points with their alternatives, and curves over them. */
final class ChoiceShapes {
    private static final ObjectNode TEXT = SchemaShapes.ref("text");
    private static final ObjectNode BILINGUAL = SchemaShapes.ref("bilingual");
    private static final ObjectNode ID = SchemaShapes.ref("id");
    private static final ObjectNode SQL = SchemaShapes.ref("sql");
    private static final ObjectNode FORMULA = SchemaShapes.ref("formula");

    private ChoiceShapes() {}

    /** Adds the definitions. */
    static void define(ObjectNode defs) {
        ObjectNode point = SchemaShapes.node("pattern", "^" + ChoicesReader.POINT.pattern() + "$");
        defs.set(
                "choices",
                SchemaShapes.mapping(
                        ChoicesReader.KEYS,
                        Map.of(
                                "points", SchemaShapes.map(point, SchemaShapes.ref("open_point")),
                                "curves", SchemaShapes.map(ID, SchemaShapes.ref("curve"))),
                        "points",
                        "curves"));
        defs.set(
                "open_point",
                SchemaShapes.mapping(
                        ChoicesReader.POINT_KEYS,
                        Map.of(
                                "label", BILINGUAL,
                                "default", BILINGUAL,
                                "alternatives", SchemaShapes.map(ID, SchemaShapes.ref("alternative"))),
                        "alternatives"));
        defs.set("alternative", alternative());
        defs.set(
                "input_read_otherwise",
                SchemaShapes.mapping(
                        AlternativeReader.INPUT_KEYS,
                        Map.of(
                                "lag", SchemaShapes.whole(-50, 50),
                                "indices", SchemaShapes.map(SchemaShapes.node(), SchemaShapes.ref("index")))));
        defs.set("curve", curve());
    }

    private static ObjectNode alternative() {
        return SchemaShapes.mapping(
                AlternativeReader.KEYS,
                Map.of(
                        "label", BILINGUAL,
                        "derive", SchemaShapes.map(SchemaShapes.node(), SQL),
                        "keep", SchemaShapes.map(ID, SQL),
                        "drop", SchemaShapes.oneOrMore(ID),
                        "where", SQL,
                        "inputs", SchemaShapes.map(SchemaShapes.node(), SchemaShapes.ref("input_read_otherwise")),
                        "by", SchemaShapes.map(SchemaShapes.node(), SchemaShapes.ref("levels")),
                        "without", SchemaShapes.oneOrMore(FORMULA),
                        "with", SchemaShapes.oneOrMore(FORMULA),
                        "spec", SchemaShapes.ref("defaults")));
    }

    private static ObjectNode curve() {
        return SchemaShapes.mapping(
                CurveReader.KEYS,
                Map.of(
                        "title",
                        BILINGUAL,
                        "notes",
                        BILINGUAL,
                        "of",
                        ID,
                        "coefficient",
                        TEXT,
                        "points",
                        SchemaShapes.oneOrMore(TEXT),
                        "combine",
                        SchemaShapes.oneOf(CurveReader.COMBINE),
                        "limit",
                        SchemaShapes.whole(1, CurveReader.MOST),
                        "seed",
                        SchemaShapes.node("type", "integer")),
                "of",
                "coefficient");
    }
}
