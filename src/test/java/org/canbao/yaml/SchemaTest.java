package org.canbao.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Problems;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The published schemas say what the readers accept. Run with {@code -Dcanbao.schema=write} to write them anew after a key
 * set or a choice has changed.
 */
class SchemaTest {
    private static final Path FOLDER = Path.of("src/main/resources/org/canbao/schema");
    private static final Path MISTAKES = Path.of("src/test/resources/diagnostics");
    private static final JsonMapper MAPPER = JsonMapper.shared();

    @ParameterizedTest
    @ValueSource(strings = {"spec", "study", "data-schema"})
    void schemasHaveTheKeysAndChoicesOfTheReaders(String name) throws IOException {
        String written = switch (name) {
            case "spec" -> SchemaWriter.spec();
            case "study" -> SchemaWriter.study();
            default -> DataSchemaWriter.dataSchema();
        };
        Path file = FOLDER.resolve(name + ".schema.json");
        if ("write".equals(System.getProperty("canbao.schema"))) {
            Files.writeString(file, written);
        }
        assertThat(Files.readString(file)).isEqualTo(written);
    }

    static Stream<Path> studies() throws IOException {
        return Stream.concat(examples(), Stream.of(Path.of("src/test/resources/studies/settlement.yaml")));
    }

    @ParameterizedTest
    @MethodSource("studies")
    void acceptsStudiesThatTheReaderAccepts(Path study) throws IOException {
        Problems warnings = new Problems();
        StudyReader.read(study, warnings);
        assertThat(warnings.all()).isEmpty();
        assertThat(errors("study", Files.readString(study))).isEmpty();
    }

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("configs/examples"))) {
            return files.filter(file -> file.toString().endsWith(".yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void examplesTellEditorsWhereTheSchemaIs(Path study) throws IOException {
        String mark = "# yaml-language-server: $schema=";
        String first = Files.readAllLines(study).get(0);
        assertThat(first).startsWith(mark);
        assertThat(study.resolveSibling(first.substring(mark.length())).normalize())
                .isEqualTo(FOLDER.resolve("study.schema.json"));
    }

    @ParameterizedTest
    @MethodSource("dataSchemas")
    void acceptsDataSchemasThatTheReaderAccepts(String name) throws IOException {
        Path file = Path.of("data-schemas", name + ".yaml");
        assertThat(errors("data-schema", Files.readString(file))).isEmpty();
        assertThat(SchemaReader.read(file).id()).isEqualTo(name);
    }

    static Stream<String> dataSchemas() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("data-schemas"))) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    static Stream<JsonNode> reference() throws Exception {
        return ReferenceSpecsTest.simulated();
    }

    @ParameterizedTest
    @MethodSource("reference")
    void acceptsReferenceSpecs(JsonNode reference) throws IOException {
        assertThat(errors("spec", reference.get("spec").toString())).isEmpty();
    }

    /** Mistakes that a schema can see; the readers see them too, as the messages on file say. */
    @ParameterizedTest
    @CsvSource({
        "spec,spec-unknown-key",
        "spec,spec-unknown-model",
        "spec,spec-several",
        "spec,spec-cluster-without",
        "spec,spec-is-study",
        "study,study-sample",
        "study,study-references",
        "data-schema,schema-several",
    })
    void seesMistakes(String schema, String file) throws IOException {
        assertThat(errors(schema, Files.readString(MISTAKES.resolve(file + ".yaml"))))
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{model: ols, formula: y ~ x}",
                "{model: ols, formula: y ~ x, vcov: hc9}",
                "{model: ols, formula: [y], vcov: hc1}",
                "{model: ols, formula: y ~ x, vcov: hc1, cluster: []}",
                "{model: ols, formula: y ~ x, vcov: hc1, window: [-1, 1]}",
                "{model: ols, formula: y ~ x, vcov: hc1, small_sample: {g_df: max}}",
                "{model: ols, formula: y ~ x, vcov: hc1, singletons: true}",
                "{model: event-study, outcome: y, cohort: g, time: t, window: [-1], reference: -1, vcov: hc1}",
                "{model: event-study, outcome: y, cohort: g, time: t, window: [-1, 1], reference: a, vcov: hc1}",
                "{model: event-study, outcome: y, cohort: g, time: t, window: [-1, 1], vcov: hc1}",
                "{model: rd-polynomial, outcome: y, running: m, cutoff: 0, order: 5, sides: common, vcov: hc1}",
                "{model: rd-polynomial, outcome: y, running: m, cutoff: a, order: 1, sides: common, vcov: hc1}",
                "{model: rd-polynomial, outcome: y, running: m, cutoff: 0, order: 1, sides: both, vcov: hc1}",
                "{model: rd-polynomial, outcome: y, running: m, cutoff: 0, order: 1, sides: common, side: up, vcov: hc1}",
                "{model: rd-polynomial, outcome: y, running: m, cutoff: 0, order: 1, sides: common, window: -3, vcov: hc1}",
                "{model: rd-polynomial, outcome: y, running: m, cutoff: 0, order: 1, sides: common, window: [1], vcov: hc1}",
                "{model: rd-polynomial, outcome: y, running: m, cutoff: 0, order: 1, vcov: hc1}",
                "{model: placebo, formula: y ~ d, treatment: d, cohort: g, time: t, permute: c, draws: 0, vcov: hc1}",
            })
    void readersAndSchemaRefuseTheSame(String spec) throws IOException {
        assertThat(errors("spec", spec)).isNotEmpty();
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> SpecReader.read(spec, "s.yaml")))
                .isInstanceOf(CanbaoException.class);
    }

    private static List<Error> errors(String schema, String yaml) throws IOException {
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(FOLDER.resolve(schema + ".schema.json")));
        return compiled.validate(json(YamlLoader.load("f.yaml", yaml).orElseThrow()));
    }

    /** The tree as an editor's YAML parser would hand it to the schema. */
    private static JsonNode json(Located node) {
        if (node instanceof Located.Mapping mapping) {
            ObjectNode made = MAPPER.createObjectNode();
            mapping.entries().forEach(e -> made.set(e.name(), json(e.value())));
            return made;
        }
        if (node instanceof Located.Sequence sequence) {
            ArrayNode made = MAPPER.createArrayNode();
            sequence.items().forEach(item -> made.add(json(item)));
            return made;
        }
        Located.Scalar scalar = (Located.Scalar) node;
        boolean typed = scalar.plain() && scalar.value().matches("-?\\d+(\\.\\d+)?|true|false|null");
        return typed ? MAPPER.readTree(scalar.value()) : MAPPER.getNodeFactory().stringNode(scalar.value());
    }
}
