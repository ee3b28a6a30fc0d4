package org.canbao.ingest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.canbao.data.Codebook;
import org.canbao.data.ValueType;
import org.canbao.data.Variable;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.diag.Place;
import org.canbao.files.AtomicFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Codebooks as JSON: keys in a fixed order, UTF-8, no time of day, so that the same extract gives the same bytes. */
public final class CodebookJson {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private CodebookJson() {}

    /** Writes a codebook. */
    public static void write(Codebook codebook, Path file) {
        AtomicFile.write(file, text(codebook));
    }

    /** A codebook as text. */
    public static String text(Codebook codebook) {
        ObjectNode root = MAPPER.createObjectNode();
        root.put("dataset", codebook.dataset());
        root.put("wave", codebook.wave());
        root.put("simulated", codebook.simulated());
        root.put("rows", codebook.rows());
        root.put("rejected", codebook.rejected());
        ArrayNode sources = root.putArray("sources");
        for (Codebook.Source source : codebook.sources()) {
            sources.addObject()
                    .put("file", source.file())
                    .put("format", source.format())
                    .put("encoding", source.encoding())
                    .put("bytes", source.bytes())
                    .put("sha256", source.sha256());
        }
        codebook.schema().ifPresent(use -> {
            ObjectNode schema = root.putObject("schema").put("id", use.schema());
            ArrayNode absent = schema.putArray("absent");
            use.absent().forEach(absent::add);
            schema.put("suppress_below", use.suppressBelow());
            RuleCountJson.put(use.rules(), schema.putArray("rules"));
        });
        ArrayNode variables = root.putArray("variables");
        codebook.variables().forEach(v -> put(v, variables.addObject()));
        // Line breaks inside of strings are escaped: these are the printer's, which follow the system.
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(root).replace("\r\n", "\n") + "\n";
    }

    /**
     * Reads a codebook.
     *
     * @throws CanbaoException CB0259 if it is not there or is not a codebook
     */
    public static Codebook read(Path file) {
        try {
            return codebook(MAPPER.readTree(Files.readAllBytes(file)));
        } catch (IOException | JacksonException | IllegalArgumentException e) {
            throw new CanbaoException(
                    List.of(Diagnostic.error(
                                    StoreCode.STORE_NOT_READ,
                                    "cannot read the codebook `" + file + "`: "
                                            + String.valueOf(e.getMessage())
                                                    .lines()
                                                    .findFirst()
                                                    .orElse(""))
                            .at(Place.of(file.toString()))
                            .hint("ingest the data set again: `canbao ingest`")),
                    e);
        }
    }

    private static void put(Variable variable, ObjectNode node) {
        node.put("name", variable.name());
        node.put("type", variable.type().name().toLowerCase(Locale.ROOT));
        node.put("label", variable.label());
        node.put("format", variable.format());
        ObjectNode labels = node.putObject("value_labels");
        variable.valueLabels().forEach(labels::put);
        ObjectNode codes = node.putObject("missing_codes");
        variable.missingCodes().forEach(codes::put);
        variable.source().ifPresent(source -> VariableSourceJson.put(source, node.putObject("source")));
    }

    private static Codebook codebook(JsonNode root) {
        List<Codebook.Source> sources = new ArrayList<>();
        for (JsonNode source : required(root, "sources")) {
            sources.add(new Codebook.Source(
                    required(source, "file").asString(),
                    required(source, "format").asString(),
                    required(source, "encoding").asString(),
                    required(source, "bytes").asLong(),
                    required(source, "sha256").asString()));
        }
        List<Variable> variables = new ArrayList<>();
        for (JsonNode variable : required(root, "variables")) {
            variables.add(variable(variable));
        }
        return new Codebook(
                required(root, "dataset").asString(),
                required(root, "wave").asString(),
                required(root, "simulated").asBoolean(),
                required(root, "rows").asLong(),
                required(root, "rejected").asLong(),
                sources,
                variables,
                Optional.ofNullable(root.get("schema")).map(CodebookJson::schema));
    }

    private static Codebook.SchemaUse schema(JsonNode node) {
        List<String> absent = new ArrayList<>();
        required(node, "absent").forEach(name -> absent.add(name.asString()));
        return new Codebook.SchemaUse(
                required(node, "id").asString(),
                absent,
                node.path("suppress_below").asInt(0),
                RuleCountJson.read(node.path("rules")));
    }

    private static Variable variable(JsonNode node) {
        return new Variable(
                required(node, "name").asString(),
                ValueType.valueOf(required(node, "type").asString().toUpperCase(Locale.ROOT)),
                required(node, "label").asString(),
                texts(required(node, "value_labels")),
                texts(required(node, "missing_codes")),
                required(node, "format").asString(),
                Optional.ofNullable(node.get("source")).map(VariableSourceJson::read));
    }

    private static Map<String, String> texts(JsonNode node) {
        Map<String, String> texts = new LinkedHashMap<>();
        node.forEachEntry((key, value) -> texts.put(key, value.asString()));
        return texts;
    }

    /** What must be there. */
    static JsonNode required(JsonNode node, String key) {
        JsonNode value = node.get(key);
        if (value == null) {
            throw new IllegalArgumentException("`" + key + "` is missing");
        }
        return value;
    }
}
