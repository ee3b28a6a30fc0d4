package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.IvFit;
import org.canbao.result.LikelihoodFit;
import tools.jackson.databind.JsonNode;

/**
 * Poisson, logit and two-stage least squares against R, whose calls are in {@code reference/own/glm/cases.R}, and marginal effects,
 * in {@code reference/own/margins/cases.R}. R's root search
 * for the ends of a confidence set stops at six digits.
 */
final class LikelihoodComparison implements ReferenceComparison {
    @Override
    public Set<String> models() {
        return Set.of("iv", "poisson", "logit");
    }

    @Override
    public void compare(JsonNode expected, Fit fit, LargestDifference difference) {
        for (JsonNode c : expected.path("coefficients")) {
            String name = c.get("name").asString();
            Coefficient found = fit.coefficient(name)
                    .orElseThrow(() -> new AssertionError("no coefficient " + name + " in " + fit.coefficients()));
            difference.relative(c, "estimate", found.estimate());
            difference.relative(c, "std_error", found.stdError());
            difference.relative(c, "statistic", found.statistic());
            difference.relative(c, "p_value", found.pValue());
        }
        difference.relative(expected, "n", fit.n());
        JsonComparison.part("marginal_effects", expected, fit, difference);
        if (fit instanceof LikelihoodFit likelihood) {
            difference.relative(
                    expected, "log_likelihood", likelihood.likelihood().log());
            difference.relative(
                    expected, "log_likelihood_null", likelihood.likelihood().constantOnly());
            difference.relative(expected, "deviance", likelihood.likelihood().deviance());
            difference.relative(expected, "pseudo_r2", likelihood.likelihood().pseudoR2());
        } else if (fit instanceof IvFit iv) {
            compare(expected, iv, difference);
        }
    }

    private static void compare(JsonNode expected, IvFit fit, LargestDifference difference) {
        difference.relative(expected, "r2", fit.regression().r2());
        for (int e = 0; e < fit.firstStages().size(); e++) {
            JsonNode stage = expected.get("first_stage").get(e);
            IvFit.FirstStage found = fit.firstStages().get(e);
            assertThat(found.endogenous()).isEqualTo(stage.get("endogenous").asString());
            difference.relative(stage, "f", found.f().statistic());
            difference.relative(stage, "f_p", found.f().pValue());
            difference.relative(stage, "wald", found.wald().orElseThrow().statistic());
            difference.relative(stage, "wald_p", found.wald().orElseThrow().pValue());
            difference.relative(stage, "r2_partial", found.r2Partial());
        }
        IvFit.Tests tests = fit.tests();
        difference.relative(expected, "rank", tests.rank().wald().statistic());
        difference.relative(expected, "rank_p", tests.rank().wald().pValue());
        difference.relative(expected, "rank_f", tests.rank().f());
        difference.relative(expected, "wu_hausman", tests.exogenous().statistic());
        difference.relative(expected, "wu_hausman_p", tests.exogenous().pValue());
        tests.overidentified().ifPresent(test -> {
            difference.relative(expected, "sargan", test.statistic());
            difference.relative(expected, "sargan_p", test.pValue());
        });
        assertThat(tests.hansen().isPresent()).isEqualTo(expected.has("hansen"));
        tests.hansen().ifPresent(test -> {
            difference.relative(expected, "hansen", test.statistic());
            difference.relative(expected, "hansen_p", test.pValue());
        });
        tests.effective().ifPresent(f -> {
            difference.relative(expected, "effective_f", f.statistic());
            difference.relative(expected, "effective_critical", f.critical());
        });
        compare(expected, tests.weakRobust().orElseThrow(), difference);
    }

    private static void compare(JsonNode expected, IvFit.AndersonRubin found, LargestDifference difference) {
        difference.relative(expected, "ar", found.zero().statistic());
        difference.relative(expected, "ar_p", found.zero().pValue());
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
            assertThat(ends.get(i)).isCloseTo(end, within(SEARCHED * Math.abs(end)));
        }
    }
}
