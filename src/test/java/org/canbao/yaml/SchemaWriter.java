package org.canbao.yaml;

import static org.canbao.yaml.SchemaShapes.anyOf;
import static org.canbao.yaml.SchemaShapes.described;
import static org.canbao.yaml.SchemaShapes.list;
import static org.canbao.yaml.SchemaShapes.map;
import static org.canbao.yaml.SchemaShapes.mapping;
import static org.canbao.yaml.SchemaShapes.node;
import static org.canbao.yaml.SchemaShapes.oneOf;
import static org.canbao.yaml.SchemaShapes.oneOrMore;
import static org.canbao.yaml.SchemaShapes.printed;
import static org.canbao.yaml.SchemaShapes.ref;
import static org.canbao.yaml.SchemaShapes.text;
import static org.canbao.yaml.SchemaShapes.whole;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes the published JSON Schemas from the key sets and choices of the readers, so that both cannot differ. What it adds
 * are the shapes of the values.
 */
final class SchemaWriter {
    static final String DRAFT = "https://json-schema.org/draft/2020-12/schema";
    static final String SITE = "https://canbao.org/schema/";
    private static final String NOT_BLANK = "\\S";
    private static final JsonMapper MAPPER = JsonMapper.shared();

    static final ObjectNode TEXT = ref("text");
    static final ObjectNode BILINGUAL = ref("bilingual");
    static final ObjectNode ID = ref("id");
    static final ObjectNode COLUMN = ref("column");
    static final ObjectNode SQL = ref("sql");
    static final ObjectNode FORMULA = ref("formula");
    static final ObjectNode WHOLE = node("type", "integer");
    static final ObjectNode BOOL = node("type", "boolean");
    static final ObjectNode SHOWN_FROM = whole(0, PrivacyReader.MOST);

    private SchemaWriter() {}

    /** The schema of a file with one spec. */
    static String spec() {
        List<ObjectNode> rules = new ArrayList<>();
        for (ModelReader reader : ModelReaders.ALL) {
            ObjectNode whole = ref(reader.model());
            whole.set("required", MAPPER.valueToTree(required(reader.model())));
            rules.add(when("model", reader.model(), whole));
        }
        VcovReader.VCOV.values().forEach((vcov, kind) -> {
            if (!(kind instanceof VcovReader.Kind.Plain)) {
                rules.add(when("vcov", vcov, node("required", List.of("cluster"))));
            }
        });
        ObjectNode schema = node("$schema", DRAFT, "$id", SITE + "spec.json", "title", "A spec of canbao: one estimate")
                .setAll(node("type", "object", "required", List.of("model"), "properties", model(), "allOf", rules));
        return printed(schema.set("$defs", definitions()));
    }

    /** The schema of a study file. */
    static String study() {
        Map<String, ObjectNode> values = new HashMap<>();
        values.put("study", ID);
        values.put("title", BILINGUAL);
        values.put("question", BILINGUAL);
        values.put("abstract", BILINGUAL);
        values.put("inputs", map(ID, ref("input")));
        values.put("sample", ref("sample"));
        values.put("samples", map(ID, ref("further_sample")));
        values.put("lists", map(node("pattern", "^[\\p{L}_][\\p{L}\\p{N}_.]*$"), FORMULA));
        values.put("labels", map(node(), BILINGUAL));
        values.put("defaults", ref("defaults"));
        values.put("specs", map(ID, ref("spec")));
        values.put("tables", map(ID, ref("table")));
        values.put("figures", map(ID, ref("figure")));
        values.put("choices", ref("choices"));
        values.put("published", text("^" + Values.BESIDE + "$"));
        values.put("notes", BILINGUAL);
        values.put("privacy", ref("privacy"));
        values.put("seed", WHOLE);
        ObjectNode schema = node("$schema", DRAFT, "$id", SITE + "study.json", "title", "A study of canbao")
                .setAll(mapping(StudyReader.KEYS, values, "study", "title", "inputs", "sample"));
        return printed(schema.set("$defs", studyDefinitions()));
    }

    private static ObjectNode definitions() {
        ObjectNode defs = texts();
        defs.set("column", described("the name of a column", text(NOT_BLANK)));
        defs.set(
                "sql",
                described(
                        "a SQL expression in the common subset of DuckDB and Spark SQL",
                        node("type", List.of("string", "number", "boolean"), "pattern", NOT_BLANK)));
        defs.set("formula", described("outcome, terms or a whole formula, as in fixest", text(NOT_BLANK)));
        defs.set(
                "small_sample",
                mapping(
                        SmallSampleReader.KEYS,
                        Map.of(
                                "profile", oneOf(SmallSampleReader.PROFILE),
                                "k_fixef", oneOf(SmallSampleReader.K_FIXEF),
                                "k_adjust", BOOL,
                                "g_adjust", BOOL,
                                "g_df", oneOf(SmallSampleReader.G_DF),
                                "k_exact", BOOL,
                                "t_df", oneOf(SmallSampleReader.T_DF))));
        defs.set(
                "wild_bootstrap",
                mapping(
                        WildBootstrapReader.KEYS,
                        Map.of(
                                "coefficient", TEXT,
                                "null", node("type", "number"),
                                "type", oneOf(WildBootstrapReader.TYPE),
                                "weights", oneOf(WildBootstrapReader.WEIGHTS),
                                "draws", whole(1, WildBootstrapReader.MOST_DRAWS),
                                "seed", WHOLE,
                                "p_value", oneOf(WildBootstrapReader.P_VALUE)),
                        "coefficient"));
        RdShapes.definitions().forEach(defs::set);
        for (ModelReader reader : ModelReaders.ALL) {
            Map<String, ObjectNode> values = new HashMap<>(SpecShapes.VALUES);
            values.put("vcov", oneOf(VcovReader.VCOV));
            values.putAll(SpecShapes.BY_MODEL.getOrDefault(reader.model(), Map.of()));
            values.putAll(RdShapes.BY_MODEL.getOrDefault(reader.model(), Map.of()));
            values.put("model", node("const", reader.model()));
            defs.set(reader.model(), mapping(reader.keys(), values));
        }
        return defs;
    }

    /** Definitions that the files of all kinds share. */
    static ObjectNode texts() {
        ObjectNode languages =
                mapping(Values.LANGUAGES, Map.of("en", TEXT, "zh", TEXT)).put("minProperties", 1);
        ObjectNode defs = node();
        defs.set("text", node("type", List.of("string", "number", "boolean"), "pattern", NOT_BLANK));
        defs.set("bilingual", described("a text, or one in each language", anyOf(TEXT, languages)));
        defs.set("id", described("an identifier, which becomes a file name", text("^[a-z0-9][a-z0-9_-]{0,79}$")));
        return defs;
    }

    private static List<String> required(String model) {
        return RdShapes.REQUIRED.getOrDefault(model, SpecShapes.REQUIRED.getOrDefault(model, List.of()));
    }

    /** The shapes of keys wherever they stand. */
    private static Map<String, ObjectNode> anyValues() {
        Map<String, ObjectNode> values = new HashMap<>(SpecShapes.VALUES);
        RdShapes.all().forEach((key, shape) -> values.merge(key, shape, (a, b) -> a.equals(b) ? a : anyOf(a, b)));
        return values;
    }

    private static ObjectNode studyDefinitions() {
        ObjectNode defs = definitions();
        defs.set("defaults", mapping(ModelReaders.ANY_MODEL, anyValues()));
        defs.set("spec", specOfStudy());
        defs.set(
                "privacy",
                mapping(
                        PrivacyReader.STUDY_KEYS,
                        Map.of("suppress_below", SHOWN_FROM, "zeros", oneOf(PrivacyReader.ZEROS), "reason", TEXT)));
        defs.set(
                "input",
                mapping(
                                InputReader.KEYS,
                                Map.of(
                                        "dataset",
                                        ID,
                                        "file",
                                        text("^" + Values.BESIDE + "$"),
                                        "optional",
                                        BOOL,
                                        "needs",
                                        oneOrMore(COLUMN),
                                        "label",
                                        BILINGUAL,
                                        "source",
                                        BILINGUAL,
                                        "waves",
                                        oneOrMore(text("^[A-Za-z0-9][A-Za-z0-9_-]{0,39}$")),
                                        "lag",
                                        whole(-50, 50),
                                        "rename",
                                        map(node(), COLUMN),
                                        "indices",
                                        map(node(), ref("index"))))
                        .set(
                                "anyOf",
                                anyOf(node("required", List.of("dataset")), node("required", List.of("file")))
                                        .get("anyOf")));
        defs.set(
                "index",
                mapping(
                        IndexReader.KEYS,
                        Map.of("of", list(COLUMN), "per", COLUMN, "origin", oneOf(IndexReader.ORIGIN)),
                        "of"));
        defs.set(
                "filter",
                mapping(
                        SampleSpecReader.FILTER_KEYS,
                        Map.of("id", ID, "keep", SQL, "en", TEXT, "zh", TEXT),
                        "id",
                        "keep"));
        Map<String, ObjectNode> sample = Map.of(
                "from", TEXT,
                "like", TEXT,
                "join", map(node(), oneOrMore(COLUMN)),
                "derive", map(node(), SQL),
                "filters", node("type", "array", "items", ref("filter")),
                "cells", ref("cells"));
        defs.set("sample", mapping(SampleSpecReader.KEYS, sample, "from"));
        defs.set("further_sample", mapping(SampleSpecReader.FURTHER_KEYS, sample));
        defs.set("range_of_levels", mapping(CellsReader.RANGE_KEYS, Map.of("from", WHOLE, "to", WHOLE), "from", "to"));
        defs.set("levels", anyOf(ref("range_of_levels"), text("^all$"), list(TEXT)));
        defs.set(
                "cells",
                mapping(
                        CellsReader.KEYS,
                        Map.of(
                                "by", map(node(), ref("levels")),
                                "count", COLUMN,
                                "distinct", map(node(), COLUMN),
                                "sum", map(node(), COLUMN),
                                "join", map(node(), oneOrMore(COLUMN)),
                                "derive", map(node(), SQL),
                                "filters", node("type", "array", "items", ref("filter"))),
                        "by"));
        RowShapes.definitions().forEach(defs::set);
        tables(defs);
        figures(defs);
        ChoiceShapes.define(defs);
        return defs;
    }

    private static ObjectNode specOfStudy() {
        List<ObjectNode> rules = new ArrayList<>();
        ModelReaders.ALL.forEach(reader -> rules.add(when("model", reader.model(), ref(reader.model()))));
        ObjectNode[] any = ModelReaders.ALL.stream().map(r -> ref(r.model())).toArray(ObjectNode[]::new);
        rules.add(node("if", node("not", node("required", List.of("model"))), "then", anyOf(any)));
        return node("description", "one estimate", "type", "object", "properties", model(), "allOf", rules);
    }

    private static void tables(ObjectNode defs) {
        Map<String, ObjectNode> values = new HashMap<>();
        values.put("kind", oneOf(TableReader.KIND));
        values.put("title", BILINGUAL);
        values.put("notes", BILINGUAL);
        values.put("digits", whole(0, 12));
        values.put("columns", list(ref("column_of_table")));
        values.put("rows", oneOrMore(TEXT));
        values.put("variables", oneOrMore(TEXT));
        values.put("statistics", oneOrMore(oneOf(SummaryTableReader.STATISTIC)));
        values.put("by", COLUMN);
        values.put("weights", COLUMN);
        values.put("spec", TEXT);
        values.put("shares", map(ID, ref("share")));
        ObjectNode share = mapping(ShareReader.KEYS, Map.of("share", COLUMN, "of", COLUMN), "share");
        defs.set("share", share);
        ObjectNode column = mapping(
                RegressionTableReader.COLUMN_KEYS,
                Map.of(
                        "spec",
                        TEXT,
                        "header",
                        BILINGUAL,
                        "show",
                        oneOf(RegressionTableReader.SHOW),
                        "level",
                        node("type", "number")),
                "spec");
        defs.set("column_of_table", anyOf(TEXT, column));
        Map<String, String[]> required = Map.of(
                "regression", new String[] {"columns"},
                "summary", new String[] {"variables"},
                "share", new String[] {"kind", "shares"},
                "rd-robustness", new String[] {"kind", "spec"});
        List<String> kinds = new ArrayList<>();
        for (TableKind kind : TableReader.ALL) {
            kinds.add(kind.kind());
            Map<String, ObjectNode> own = new HashMap<>(values);
            own.putAll(RowShapes.of(kind.kind()));
            defs.set(
                    kind.kind().replace("-", "_") + "_table",
                    mapping(kind.keys(), own, required(kind.kind(), required)));
        }
        defs.set("table", byKind(kinds, "table"));
    }

    private static void figures(ObjectNode defs) {
        Map<String, ObjectNode> values = new HashMap<>();
        values.put("kind", oneOf(FigureReader.KIND));
        values.put("title", BILINGUAL);
        values.put("notes", BILINGUAL);
        values.put("spec", TEXT);
        values.put("specs", oneOrMore(TEXT));
        values.put("true", TEXT);
        values.putAll(RdShapes.plot());
        Map<String, String[]> required = Map.of(
                "event-study", new String[] {"kind"},
                "placebo", new String[] {"kind", "spec"},
                "honest-did", new String[] {"kind", "spec"},
                "rd-density", new String[] {"kind", "spec"},
                "rd-plot", new String[] {"kind"},
                "rd-robustness", new String[] {"kind", "spec"});
        List<String> kinds = new ArrayList<>();
        for (FigureKind kind : FigureReader.ALL) {
            kinds.add(kind.kind());
            Map<String, ObjectNode> own = new HashMap<>(values);
            own.putAll(RowShapes.of(kind.kind()));
            defs.set(
                    kind.kind().replace("-", "_") + "_figure",
                    mapping(kind.keys(), own, required(kind.kind(), required)));
        }
        defs.set("figure", byKind(kinds, "figure"));
    }

    private static String[] required(String kind, Map<String, String[]> usual) {
        String[] keys = usual.get(kind);
        return keys == null ? RowShapes.REQUIRED.getOrDefault(kind, List.of()).toArray(new String[0]) : keys;
    }

    /** The definition of each kind; that of the first where no kind is given. */
    private static ObjectNode byKind(List<String> kinds, String exhibit) {
        List<ObjectNode> rules = new ArrayList<>();
        kinds.forEach(kind -> rules.add(when("kind", kind, ref(kind.replace("-", "_") + "_" + exhibit))));
        rules.add(node(
                "if",
                node("not", node("required", List.of("kind"))),
                "then",
                ref(kinds.get(0).replace("-", "_") + "_" + exhibit)));
        return node("type", "object", "allOf", rules);
    }

    private static ObjectNode when(String key, String value, ObjectNode then) {
        ObjectNode is = node("required", List.of(key), "properties", node(key, node("const", value)));
        return node("if", is, "then", then);
    }

    private static ObjectNode model() {
        return node("model", described(CommonReader.KEYS.docs().get("model"), oneOf(ModelReaders.BY_NAME)));
    }
}
