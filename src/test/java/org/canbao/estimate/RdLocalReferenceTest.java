package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.FitJson;
import org.canbao.result.RdLocalFit;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every reference case of local-polynomial discontinuities: what rdrobust 4.0.0 gives, in canbao's JSON. */
class RdLocalReferenceTest {
    /** Relative: bandwidths are roots of quotients of estimates, and rdrobust inverts cross-products of powers. */
    private static final double TOLERANCE = 1e-8;

    private static final Path SIMULATED = Path.of("src/test/resources/reference/simulated");
    private static final Path REAL = Path.of(System.getProperty("canbao.shared", "../shared"), "reference", "real");

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> simulated() {
        List<DynamicTest> tests = tests(SIMULATED).toList();
        assertThat(tests).hasSizeGreaterThanOrEqualTo(22);
        return tests.stream();
    }

    @TestFactory
    Stream<DynamicTest> real() {
        if (!Files.isDirectory(REAL)) {
            Assumptions.abort("needs ../shared/reference: not here");
        }
        return tests(REAL);
    }

    private Stream<DynamicTest> tests(Path folder) {
        return ReferenceCases.read(folder).cases().stream()
                .filter(c -> c.spec().contains("\"rd-local\""))
                .map(c -> DynamicTest.dynamicTest(c.id(), () -> check(c)));
    }

    private void check(ReferenceCases.Case c) {
        try (DuckDbEngine engine = DuckDbEngine.open(1, temporary)) {
            RdLocalFit fit = (RdLocalFit) Estimators.estimate(
                    SpecReader.read(c.spec(), c.id() + ".json"),
                    TestSamples.csv(engine, c.data()),
                    EstimationOptions.DEFAULT);
            double most = difference(c.expected(), FitJson.node(fit), c.id());
            System.out.printf("%-32s %.1e%n", c.id(), most);
            assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
        }
    }

    /** The largest relative difference of all numbers of {@code expected}, which has nothing that is not found. */
    private static double difference(JsonNode expected, JsonNode found, String where) {
        if (expected.isNumber()) {
            double e = expected.asDouble();
            double difference = e == 0 ? Math.abs(found.asDouble()) : Math.abs(found.asDouble() / e - 1);
            assertThat(difference)
                    .as(where + ": expected " + e + ", found " + found)
                    .isCloseTo(0, within(TOLERANCE));
            return difference;
        }
        if (expected.isString()) {
            assertThat(found.asString()).as(where).isEqualTo(expected.asString());
            return 0;
        }
        assertThat(found.size()).as(where).isGreaterThanOrEqualTo(expected.size());
        double most = 0;
        if (expected.isArray()) {
            for (int i = 0; i < expected.size(); i++) {
                most = Math.max(most, difference(expected.get(i), found.get(i), where + "[" + i + "]"));
            }
        } else {
            for (String key : expected.propertyNames()) {
                most = Math.max(most, difference(expected.get(key), found.path(key), where + "." + key));
            }
        }
        return most;
    }
}
