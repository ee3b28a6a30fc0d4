package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.canbao.design.EstimationPath;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.WildBootstrap;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Every reference case of least squares, event studies, polynomial discontinuities and placebos, on moments and on rows. */
class ReferenceCasesTest {
    /** Relative; the reference values have fifteen digits, and standard errors lose some to the square root. */
    private static final double TOLERANCE = 1e-8;

    private static final Path SIMULATED = Path.of("src/test/resources/reference/simulated");
    private static final Path REAL = Path.of(System.getProperty("canbao.shared", "../shared"), "reference", "real");
    private static final Set<String> OTHERS =
            Set.of("event-study", "placebo-assignments", "did-2x2-cells", "wild-cluster-bootstrap-exact");

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> simulated() {
        return tests(SIMULATED)
                .filter(c ->
                        OTHERS.contains(c.id()) || c.id().startsWith("rd-polynomial-") || c.id().startsWith("ols-"))
                .flatMap(this::onBothPaths);
    }

    @TestFactory
    Stream<DynamicTest> real() {
        if (!Files.isDirectory(REAL)) {
            Assumptions.abort("needs ../shared/reference: not here");
        }
        return tests(REAL)
                .filter(c -> c.id().startsWith("castle-") || c.id().equals("abortion-event"))
                .flatMap(this::onBothPaths);
    }

    private static Stream<ReferenceCases.Case> tests(Path folder) {
        return ReferenceCases.read(folder).cases().stream();
    }

    private Stream<DynamicTest> onBothPaths(ReferenceCases.Case c) {
        return Stream.of(EstimationPath.MOMENTS, EstimationPath.ROWS)
                .filter(path -> path == EstimationPath.ROWS || !c.spec().contains("\"hc"))
                .map(path -> DynamicTest.dynamicTest(c.id() + " by " + path, () -> check(c, path)));
    }

    private void check(ReferenceCases.Case c, EstimationPath path) {
        try (DuckDbEngine engine = DuckDbEngine.open(2, temporary)) {
            Sample sample = c.data().toString().endsWith(".dta")
                    ? TestSamples.dta(engine, c.data(), temporary)
                    : TestSamples.csv(engine, c.data());
            ModelSpec spec = SpecReader.read(c.spec(), c.id() + ".json");
            Fit fit = Estimators.estimate(spec, sample, new EstimationOptions(2, path));
            Difference difference = new Difference();
            compare(c.expected(), fit, difference);
            System.out.printf("%-32s %-8s %.1e %s%n", c.id(), path, difference.most, difference.what);
            assertThat(difference.most).as(difference.what).isLessThan(TOLERANCE);
        }
    }

    private static void compare(JsonNode expected, Fit fit, Difference difference) {
        Fit.Regression regression = regression(fit);
        for (JsonNode c : expected.path("coefficients")) {
            Coefficient found = regression
                    .coefficient(c.get("name").asString())
                    .orElseThrow(() -> new AssertionError("no coefficient " + c.get("name")));
            difference.of(c, "estimate", found.estimate());
            difference.of(c, "std_error", found.stdError());
            difference.of(c, "statistic", found.statistic());
            difference.of(c, "p_value", found.pValue());
            difference.of(c, "df", found.df().orElse(Double.NaN));
        }
        compareBootstrap(expected.path("wild_bootstrap"), regression);
        difference.of(
                expected.path("wild_bootstrap"),
                "statistic",
                regression.wildBootstrap().map(WildBootstrap::statistic).orElse(Double.NaN));
        difference.of(expected, "n", regression.n());
        difference.of(expected, "r2", regression.r2());
        difference.of(expected, "r2_adj", regression.r2Adj());
        difference.of(expected, "r2_within", regression.r2Within().orElse(Double.NaN));
        if (expected.has("dropped")) {
            assertThat(regression.dropped().stream().map(Fit.Dropped::name).toList())
                    .containsExactlyElementsOf(expected.get("dropped")
                            .valueStream()
                            .map(JsonNode::asString)
                            .toList());
        }
        if (fit instanceof Fit.EventStudy study) {
            compare(expected, study, difference);
        } else if (fit instanceof Fit.Placebo placebo) {
            compare(expected, placebo, difference);
        }
    }

    private static void compareBootstrap(JsonNode expected, Fit.Regression regression) {
        assertThat(regression.wildBootstrap().isPresent()).isEqualTo(expected.isObject());
        regression.wildBootstrap().ifPresent(found -> {
            assertThat(found.pValue()).isEqualTo(expected.get("p_value").asDouble());
            assertThat(found.draws()).isEqualTo(expected.get("draws").asInt());
            assertThat(found.enumerated()).isEqualTo(expected.get("enumerated").asBoolean());
        });
    }

    private static void compare(JsonNode expected, Fit.EventStudy study, Difference difference) {
        assertThat(study.by()).hasSize(expected.get("by").size());
        for (int i = 0; i < study.by().size(); i++) {
            JsonNode e = expected.get("by").get(i);
            assertThat(study.by().get(i).at()).isEqualTo(e.get("at").asInt());
            difference.of(e, "estimate", study.by().get(i).estimate());
            difference.of(e, "std_error", study.by().get(i).stdError());
            difference.of(e, "p_value", study.by().get(i).pValue());
        }
        JsonNode test = expected.get("pretrend");
        Fit.WaldTest found = study.pretrend().orElseThrow();
        difference.of(test, "statistic", found.statistic());
        difference.of(test, "p_value", found.pValue());
        difference.of(test, "df1", found.df1());
        difference.of(test, "df2", found.df2());
    }

    private static void compare(JsonNode expected, Fit.Placebo placebo, Difference difference) {
        assertThat(placebo.draws()).hasSize(expected.get("draws").size());
        for (int i = 0; i < placebo.draws().size(); i++) {
            JsonNode e = expected.get("draws").get(i);
            difference.of(e, "estimate", placebo.draws().get(i).estimate());
            difference.of(e, "std_error", placebo.draws().get(i).stdError());
        }
    }

    private static Fit.Regression regression(Fit fit) {
        if (fit instanceof Fit.EventStudy study) {
            return study.regression();
        } else if (fit instanceof Fit.RdPolynomial discontinuity) {
            return discontinuity.regression();
        }
        return fit instanceof Fit.Placebo placebo ? placebo.regression() : (Fit.Regression) fit;
    }

    /** The largest relative difference so far. */
    private static final class Difference {
        private double most;
        private String what = "";

        void of(JsonNode parent, String name, double found) {
            JsonNode node = parent.path(name);
            if (!node.isNumber()) {
                return;
            }
            double expected = node.asDouble();
            double difference = expected == 0 ? Math.abs(found) : Math.abs(found / expected - 1);
            if (!(difference <= most)) {
                most = Double.isNaN(difference) ? Double.POSITIVE_INFINITY : difference;
                what = name + " of " + parent.path("name").asString("")
                        + parent.path("at").asString("") + ": expected " + expected + ", found " + found;
            }
        }
    }
}
