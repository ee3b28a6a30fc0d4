package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.design.EstimationPath;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.CallawaySantannaFit;
import org.canbao.result.CallawaySantannaFit.Average;
import org.canbao.result.CallawaySantannaFit.Effect;
import org.canbao.result.CallawaySantannaFit.GroupTime;
import org.canbao.result.CallawaySantannaFit.Point;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every reference case of group-time effects: did 2.5.1 with DRDID 1.2.3. */
class CallawaySantannaCasesTest {
    /** Relative, and absolute in units of the standard error: the logit of the peer stops earlier than ours. */
    private static final double TOLERANCE = 1e-6;

    private static final Path SIMULATED = Path.of("src/test/resources/reference/simulated");
    private static final Path REAL = Path.of(System.getProperty("canbao.shared", "../shared"), "reference", "real");

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> simulated() {
        return cases(SIMULATED);
    }

    @TestFactory
    Stream<DynamicTest> real() {
        if (!Files.isDirectory(REAL)) {
            Assumptions.abort("needs ../shared/reference: not here");
        }
        return cases(REAL);
    }

    private Stream<DynamicTest> cases(Path folder) {
        return ReferenceCases.read(folder).cases().stream()
                .filter(c -> c.spec().contains("\"callaway-santanna\""))
                .map(c -> DynamicTest.dynamicTest(c.id(), () -> check(c)));
    }

    private void check(ReferenceCases.Case c) {
        try (DuckDbEngine engine = DuckDbEngine.open(2, temporary)) {
            Sample sample = TestSamples.csv(engine, c.data());
            CallawaySantannaFit fit = (CallawaySantannaFit) Estimators.estimate(
                    SpecReader.read(c.spec(), c.id() + ".json"), sample, new EstimationOptions(2, EstimationPath.AUTO));
            Largest difference = new Largest();
            assertThat(fit.n()).isEqualTo(c.expected().get("n").asLong());
            compare(c.expected().get("att_gt"), fit.groupTimes(), difference);
            for (Average average : fit.averages()) {
                compare(c.expected().get("aggregate").get(average.type()), average, difference);
            }
            System.out.printf("%-56s %.1e %s%n", c.id(), difference.most, difference.what);
            assertThat(difference.most).as(difference.what).isLessThan(TOLERANCE);
        }
    }

    private static void compare(JsonNode expected, List<GroupTime> found, Largest difference) {
        assertThat(found).hasSize(expected.size());
        for (int i = 0; i < found.size(); i++) {
            GroupTime one = found.get(i);
            assertThat(one.group()).isEqualTo(expected.get(i).get("group").asInt());
            assertThat(one.time()).isEqualTo(expected.get(i).get("time").asInt());
            difference.of(one.group() + " in " + one.time(), expected.get(i), one.effect());
        }
    }

    private static void compare(JsonNode expected, Average found, Largest difference) {
        difference.of(found.type(), expected.get("overall"), found.overall().orElseThrow());
        assertThat(found.by()).hasSize(expected.get("by").size());
        for (int i = 0; i < found.by().size(); i++) {
            Point point = found.by().get(i);
            assertThat(point.at()).isEqualTo(expected.get("by").get(i).get("at").asInt());
            difference.of(found.type() + " at " + point.at(), expected.get("by").get(i), point.effect());
        }
    }

    /** The largest difference so far: of standard errors relative, of estimates over their standard error. */
    private static final class Largest {
        private double most;
        private String what = "";

        void of(String name, JsonNode expected, Effect found) {
            if (expected.get("std_error").isNull()) {
                assertThat(found.estimate()).as(name).isEqualTo(0);
                assertThat(found.stdError()).as(name).isNaN();
                return;
            }
            double error = expected.get("std_error").asDouble();
            take(Math.abs(found.estimate() - expected.get("estimate").asDouble()) / error, "estimate of " + name);
            take(Math.abs(found.stdError() / error - 1), "std_error of " + name);
        }

        private void take(double difference, String name) {
            if (!(difference <= most)) {
                most = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
                what = name;
            }
        }
    }
}
