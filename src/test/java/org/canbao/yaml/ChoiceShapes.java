package org.canbao.yaml;

import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** The shapes of `choices` of a study: open points with their alternatives, and curves over them. */
final class ChoiceShapes {
    private static final ObjectNode TEXT = SchemaWriter.ref("text");
    private static final ObjectNode BILINGUAL = SchemaWriter.ref("bilingual");
    private static final ObjectNode ID = SchemaWriter.ref("id");
    private static final ObjectNode SQL = SchemaWriter.ref("sql");
    private static final ObjectNode FORMULA = SchemaWriter.ref("formula");

    private ChoiceShapes() {}

    /** Adds the definitions. */
    static void define(ObjectNode defs) {
        ObjectNode point = SchemaWriter.node("pattern", "^" + ChoicesReader.POINT.pattern() + "$");
        defs.set(
                "choices",
                SchemaWriter.mapping(
                        ChoicesReader.KEYS,
                        Map.of(
                                "points", SchemaWriter.map(point, SchemaWriter.ref("open_point")),
                                "curves", SchemaWriter.map(ID, SchemaWriter.ref("curve"))),
                        "points",
                        "curves"));
        defs.set(
                "open_point",
                SchemaWriter.mapping(
                        ChoicesReader.POINT_KEYS,
                        Map.of(
                                "label", BILINGUAL,
                                "default", BILINGUAL,
                                "alternatives", SchemaWriter.map(ID, SchemaWriter.ref("alternative"))),
                        "alternatives"));
        defs.set("alternative", alternative());
        defs.set(
                "input_read_otherwise",
                SchemaWriter.mapping(
                        AlternativeReader.INPUT_KEYS,
                        Map.of(
                                "lag", SchemaWriter.whole(-50, 50),
                                "indices", SchemaWriter.map(SchemaWriter.node(), SchemaWriter.ref("index")))));
        defs.set("curve", curve());
    }

    private static ObjectNode alternative() {
        return SchemaWriter.mapping(
                AlternativeReader.KEYS,
                Map.of(
                        "label", BILINGUAL,
                        "derive", SchemaWriter.map(SchemaWriter.node(), SQL),
                        "keep", SchemaWriter.map(ID, SQL),
                        "drop", SchemaWriter.oneOrMore(ID),
                        "where", SQL,
                        "inputs", SchemaWriter.map(SchemaWriter.node(), SchemaWriter.ref("input_read_otherwise")),
                        "without", SchemaWriter.oneOrMore(FORMULA),
                        "with", SchemaWriter.oneOrMore(FORMULA),
                        "spec", SchemaWriter.ref("defaults")));
    }

    private static ObjectNode curve() {
        return SchemaWriter.mapping(
                CurveReader.KEYS,
                Map.of(
                        "title", BILINGUAL,
                        "notes", BILINGUAL,
                        "of", ID,
                        "coefficient", TEXT,
                        "points", SchemaWriter.oneOrMore(TEXT),
                        "combine", SchemaWriter.oneOf(CurveReader.COMBINE),
                        "limit", SchemaWriter.whole(1, CurveReader.MOST),
                        "seed", SchemaWriter.node("type", "integer")),
                "of",
                "coefficient");
    }
}
