package org.canbao.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.canbao.spec.ModelSpec;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The specs of the reference cases can be read. */
class ReferenceSpecsTest {
    private static final List<String> IDS =
            List.of("event-study", "placebo-assignments", "did-2x2-cells", "wild-cluster-bootstrap-exact");

    static Stream<JsonNode> simulated() throws Exception {
        return cases(Path.of("src/test/resources/reference/simulated/cases.json"))
                .filter(c -> IDS.contains(c.get("id").asString())
                        || c.get("id").asString().startsWith("rd-polynomial-")
                        || c.get("id").asString().startsWith("ols-")
                        || c.get("id").asString().startsWith("cs-"));
    }

    private static Stream<JsonNode> cases(Path file) throws Exception {
        return StreamSupport.stream(
                JsonMapper.shared().readTree(Files.readString(file)).spliterator(), false);
    }

    @ParameterizedTest
    @MethodSource("simulated")
    void readsSimulatedCase(JsonNode reference) {
        readsAsWritten(reference);
    }

    @Test
    void readsEveryOrdinaryCase() throws Exception {
        assertThat(simulated().count()).isGreaterThanOrEqualTo(52);
    }

    @Test
    void readsRealCases() throws Exception {
        Path file = Path.of(System.getProperty("canbao.shared", "../shared")).resolve("reference/real/cases.json");
        if (!Files.exists(file)) {
            Assumptions.abort("needs ../shared/reference: not here");
        }
        List<JsonNode> real = cases(file)
                .filter(c -> c.get("spec").get("model").asString().equals("ols"))
                .toList();
        assertThat(real).hasSizeGreaterThanOrEqualTo(5);
        real.forEach(ReferenceSpecsTest::readsAsWritten);
    }

    private static void readsAsWritten(JsonNode reference) {
        JsonNode asked = reference.get("spec");
        ModelSpec read = SpecReader.read(asked.toPrettyString(), "case.json");
        assertThat(read.model()).isEqualTo(asked.get("model").asString());
        assertThat(read.common().where().isPresent()).isEqualTo(asked.has("where"));
        assertThat(read.common().weights().isPresent()).isEqualTo(asked.has("weights"));
        if (read instanceof ModelSpec.Ols ols) {
            assertThat(ols.formula().text()).isEqualTo(asked.get("formula").asString());
        } else if (read instanceof ModelSpec.EventStudy study) {
            assertThat(List.of(study.first(), study.last())).containsExactly(-4, 3);
            assertThat(study.controls()).hasSize(7);
        } else if (read instanceof ModelSpec.RdPolynomial discontinuity) {
            assertThat(discontinuity.order()).isEqualTo(asked.get("order").asInt());
            assertThat(discontinuity.side()).isEqualTo(ModelSpec.Side.RIGHT);
        } else if (read instanceof ModelSpec.Placebo placebo) {
            assertThat(placebo.assignments().orElseThrow().cohorts())
                    .hasSize(asked.get("assignments").size());
            assertThat(placebo.assignments().orElseThrow().units())
                    .hasSize(asked.get("cities").size());
        }
    }
}
