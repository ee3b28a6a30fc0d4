package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.canbao.design.EstimationPath;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** The profile {@code statsmodels} against statsmodels, whose calls are in {@code reference/own/profiles/cases.py}. */
class ProfileReferenceTest {
    private static final double TOLERANCE = 1e-8;
    private static final Path FOLDER = Path.of("src/test/resources/reference/own/profiles");

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> cases() {
        return ReferenceCases.read(FOLDER).cases().stream().map(c -> DynamicTest.dynamicTest(c.id(), () -> check(c)));
    }

    private void check(ReferenceCases.Case c) {
        try (DuckDbEngine engine = DuckDbEngine.open(1, temporary)) {
            Fit fit = Estimators.estimate(
                    SpecReader.read(c.spec(), c.id()),
                    TestSamples.csv(engine, c.data()),
                    new EstimationOptions(1, EstimationPath.AUTO));
            assertThat(fit.n()).isEqualTo(c.expected().get("n").asLong());
            for (JsonNode expected : c.expected().get("coefficients")) {
                Coefficient found =
                        fit.coefficient(expected.get("name").asString()).orElseThrow();
                close(expected, "estimate", found.estimate());
                close(expected, "std_error", found.stdError());
                close(expected, "statistic", found.statistic());
                close(expected, "p_value", found.pValue());
                close(expected, "conf_low", found.confLow());
                close(expected, "conf_high", found.confHigh());
            }
        }
    }

    /** Relative to the number, or to one ten-billionth for p-values smaller than that. */
    private static void close(JsonNode expected, String field, double found) {
        double value = expected.get(field).asDouble();
        assertThat(found).as(field).isCloseTo(value, within(TOLERANCE * Math.max(1e-10, Math.abs(value))));
    }
}
