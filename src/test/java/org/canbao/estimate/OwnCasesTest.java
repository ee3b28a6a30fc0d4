package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.design.EstimationPath;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.IvFit;
import org.canbao.result.LikelihoodFit;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** Poisson, logit and two-stage least squares against R, whose calls are in {@code reference/own/glm/cases.R}. */
class OwnCasesTest {
    private static final double TOLERANCE = 1e-8;
    /** R's root search for the ends of a confidence set stops at these digits. */
    private static final double SEARCHED = 1e-6;

    private static final Path FOLDER = Path.of("src/test/resources/reference/own/glm");

    @TempDir
    Path temporary;

    @TestFactory
    Stream<DynamicTest> cases() {
        return ReferenceCases.read(FOLDER).cases().stream()
                .flatMap(c -> Stream.of(EstimationPath.MOMENTS, EstimationPath.ROWS)
                        .filter(path -> path == EstimationPath.ROWS || !c.spec().contains("\"hc"))
                        .map(path -> DynamicTest.dynamicTest(c.id() + " by " + path, () -> check(c, path))));
    }

    private void check(ReferenceCases.Case c, EstimationPath path) {
        try (DuckDbEngine engine = DuckDbEngine.open(2, temporary)) {
            Sample sample = TestSamples.csv(engine, c.data());
            Fit fit = Estimators.estimate(
                    SpecReader.read(c.spec(), c.id() + ".json"), sample, new EstimationOptions(2, path));
            Difference difference = new Difference();
            compare(c.expected(), fit, difference);
            System.out.printf("%-32s %-8s %.1e %s%n", c.id(), path, difference.most, difference.what);
            assertThat(difference.most).as(difference.what).isLessThan(TOLERANCE);
        }
    }

    private static void compare(JsonNode expected, Fit fit, Difference difference) {
        for (JsonNode c : expected.path("coefficients")) {
            String name = c.get("name").asString();
            Coefficient found = fit.coefficient(name)
                    .orElseThrow(() -> new AssertionError("no coefficient " + name + " in " + fit.coefficients()));
            difference.of(c, "estimate", found.estimate());
            difference.of(c, "std_error", found.stdError());
            difference.of(c, "statistic", found.statistic());
            difference.of(c, "p_value", found.pValue());
        }
        difference.of(expected, "n", fit.n());
        if (fit instanceof LikelihoodFit likelihood) {
            difference.of(expected, "log_likelihood", likelihood.likelihood().log());
            difference.of(
                    expected, "log_likelihood_null", likelihood.likelihood().constantOnly());
            difference.of(expected, "deviance", likelihood.likelihood().deviance());
            difference.of(expected, "pseudo_r2", likelihood.likelihood().pseudoR2());
        } else if (fit instanceof IvFit iv) {
            compare(expected, iv, difference);
        }
    }

    private static void compare(JsonNode expected, IvFit fit, Difference difference) {
        difference.of(expected, "r2", fit.regression().r2());
        for (int e = 0; e < fit.firstStages().size(); e++) {
            JsonNode stage = expected.get("first_stage").get(e);
            IvFit.FirstStage found = fit.firstStages().get(e);
            assertThat(found.endogenous()).isEqualTo(stage.get("endogenous").asString());
            difference.of(stage, "f", found.f().statistic());
            difference.of(stage, "f_p", found.f().pValue());
            difference.of(stage, "wald", found.wald().orElseThrow().statistic());
            difference.of(stage, "wald_p", found.wald().orElseThrow().pValue());
            difference.of(stage, "r2_partial", found.r2Partial());
        }
        IvFit.Tests tests = fit.tests();
        difference.of(expected, "rank", tests.rank().wald().statistic());
        difference.of(expected, "rank_p", tests.rank().wald().pValue());
        difference.of(expected, "rank_f", tests.rank().f());
        difference.of(expected, "wu_hausman", tests.exogenous().statistic());
        difference.of(expected, "wu_hausman_p", tests.exogenous().pValue());
        tests.overidentified().ifPresent(test -> {
            difference.of(expected, "sargan", test.statistic());
            difference.of(expected, "sargan_p", test.pValue());
        });
        tests.effective().ifPresent(f -> {
            difference.of(expected, "effective_f", f.statistic());
            difference.of(expected, "effective_critical", f.critical());
        });
        compare(expected, tests.weakRobust().orElseThrow(), difference);
    }

    private static void compare(JsonNode expected, IvFit.AndersonRubin found, Difference difference) {
        difference.of(expected, "ar", found.zero().statistic());
        difference.of(expected, "ar_p", found.zero().pValue());
        if (!expected.has("ar_ends")) {
            return;
        }
        List<Double> ends = found.set().stream()
                .flatMap(i -> Stream.of(i.low(), i.high()))
                .filter(Double::isFinite)
                .toList();
        assertThat(ends).hasSize(expected.get("ar_ends").size());
        boolean unbounded =
                !found.set().isEmpty() && Double.isInfinite(found.set().get(0).low());
        assertThat(unbounded).isEqualTo(expected.get("ar_unbounded").asBoolean());
        for (int i = 0; i < ends.size(); i++) {
            double end = expected.get("ar_ends").get(i).asDouble();
            assertThat(ends.get(i)).isCloseTo(end, org.assertj.core.api.Assertions.within(SEARCHED * Math.abs(end)));
        }
    }

    private static final class Difference {
        private double most;
        private String what = "";

        void of(JsonNode expected, String field, double found) {
            JsonNode value = expected.get(field);
            if (value == null || value.isNull()) {
                return;
            }
            double difference = Math.abs(found - value.asDouble()) / Math.max(1e-10, Math.abs(value.asDouble()));
            if (!(difference <= most)) {
                most = difference;
                what = field + " " + found + " instead of " + value;
            }
        }
    }
}
