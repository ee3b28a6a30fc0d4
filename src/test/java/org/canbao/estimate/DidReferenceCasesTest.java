package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.canbao.design.EstimationPath;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.FitJson;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Reference cases of Sun-Abraham, imputation and the Bacon decomposition: every value expected is in the JSON of the fit. */
class DidReferenceCasesTest {
    private static final double EXACT = 1e-8;
    /**
     * didimputation takes effects out by fixest's iterations, which stop at 1e-6; where they iterate, its values differ by 2e-7
     * from those of dummies ({@code ImputationOracleTest}).
     */
    private static final double ITERATED = 1e-6;

    private static final Path SIMULATED = Path.of("src/test/resources/reference/simulated");
    private static final Set<String> CASES = Set.of("sun-abraham", "imputation-static", "imputation-dynamic", "bacon");
    /** What tells the entries of a list apart. */
    private static final List<String> KEYS = List.of("at", "type", "treated", "untreated");

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> simulated() {
        return ReferenceCases.read(SIMULATED).cases().stream()
                .filter(c -> CASES.contains(c.id()))
                .flatMap(c -> Stream.of(EstimationPath.MOMENTS, EstimationPath.ROWS)
                        .map(path -> DynamicTest.dynamicTest(c.id() + " by " + path, () -> check(c, path))));
    }

    private void check(ReferenceCases.Case c, EstimationPath path) {
        try (DuckDbEngine engine = DuckDbEngine.open(2, temporary)) {
            JsonNode found = FitJson.node(Estimators.estimate(
                    SpecReader.read(c.spec(), c.id() + ".json"),
                    TestSamples.csv(engine, c.data()),
                    new EstimationOptions(2, path)));
            double most = difference(c.expected(), found, c.id());
            System.out.printf("%-32s %-8s %.1e%n", c.id(), path, most);
            assertThat(most).isLessThan(c.id().startsWith("imputation") ? ITERATED : EXACT);
        }
    }

    /** The largest relative difference of what is expected. */
    private static double difference(JsonNode expected, JsonNode found, String where) {
        if (expected.isNumber()) {
            assertThat(found.isNumber()).as(where).isTrue();
            return Math.abs(found.asDouble() / expected.asDouble() - 1);
        } else if (expected.isArray()) {
            assertThat(found.size()).as(where).isEqualTo(expected.size());
            return expected.valueStream()
                    .mapToDouble(e -> difference(e, same(e, found, where), where + key(e)))
                    .max()
                    .orElse(0);
        } else if (expected.isObject()) {
            return expected.propertyStream()
                    .filter(e -> !KEYS.contains(e.getKey()))
                    .mapToDouble(e -> difference(e.getValue(), found.path(e.getKey()), where + "." + e.getKey()))
                    .max()
                    .orElse(0);
        }
        assertThat(found).as(where).isEqualTo(expected);
        return 0;
    }

    /** The entry of a list with the same keys. */
    private static JsonNode same(JsonNode expected, JsonNode list, String where) {
        return list.valueStream()
                .filter(entry -> KEYS.stream()
                        .filter(expected::has)
                        .allMatch(k -> expected.get(k).isNumber()
                                ? expected.get(k).asDouble() == entry.path(k).asDouble(Double.NaN)
                                : expected.get(k).equals(entry.path(k))))
                .findFirst()
                .orElseThrow(() -> new AssertionError(where + ": no " + expected));
    }

    private static String key(JsonNode entry) {
        StringBuilder key = new StringBuilder("[");
        KEYS.stream().filter(entry::has).forEach(k -> key.append(entry.get(k)));
        return key.append("]").toString();
    }
}
