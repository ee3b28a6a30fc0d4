package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.WildBootstrap;
import tools.jackson.databind.JsonNode;

/** Least squares, event studies, polynomial discontinuities and placebos. */
final class RegressionComparison implements ReferenceComparison {
    @Override
    public Set<String> models() {
        return Set.of("ols", "event-study", "rd-polynomial", "placebo");
    }

    @Override
    public void compare(JsonNode expected, Fit fit, LargestDifference difference) {
        Fit.Regression regression = regression(fit);
        for (JsonNode c : expected.path("coefficients")) {
            Coefficient found = regression
                    .coefficient(c.get("name").asString())
                    .orElseThrow(() -> new AssertionError("no coefficient " + c.get("name")));
            difference.relative(c, "estimate", found.estimate());
            difference.relative(c, "std_error", found.stdError());
            difference.relative(c, "statistic", found.statistic());
            difference.relative(c, "p_value", found.pValue());
            difference.relative(c, "df", found.df().orElse(Double.NaN));
            difference.relative(c, "conf_low", found.confLow());
            difference.relative(c, "conf_high", found.confHigh());
        }
        compareBootstrap(expected.path("wild_bootstrap"), regression);
        difference.relative(
                expected.path("wild_bootstrap"),
                "statistic",
                regression.wildBootstrap().map(WildBootstrap::statistic).orElse(Double.NaN));
        difference.relative(expected, "n", regression.n());
        difference.relative(expected, "r2", regression.r2());
        difference.relative(expected, "r2_adj", regression.r2Adj());
        difference.relative(expected, "r2_within", regression.r2Within().orElse(Double.NaN));
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

    private static void compare(JsonNode expected, Fit.EventStudy study, LargestDifference difference) {
        assertThat(study.by()).hasSize(expected.get("by").size());
        for (int i = 0; i < study.by().size(); i++) {
            JsonNode e = expected.get("by").get(i);
            assertThat(study.by().get(i).at()).isEqualTo(e.get("at").asInt());
            difference.relative(e, "estimate", study.by().get(i).estimate());
            difference.relative(e, "std_error", study.by().get(i).stdError());
            difference.relative(e, "p_value", study.by().get(i).pValue());
        }
        JsonNode test = expected.get("pretrend");
        Fit.WaldTest found = study.pretrend().orElseThrow();
        difference.relative(test, "statistic", found.statistic());
        difference.relative(test, "p_value", found.pValue());
        difference.relative(test, "df1", found.df1());
        difference.relative(test, "df2", found.df2());
    }

    private static void compare(JsonNode expected, Fit.Placebo placebo, LargestDifference difference) {
        assertThat(placebo.draws()).hasSize(expected.get("draws").size());
        for (int i = 0; i < placebo.draws().size(); i++) {
            JsonNode e = expected.get("draws").get(i);
            difference.relative(e, "estimate", placebo.draws().get(i).estimate());
            difference.relative(e, "std_error", placebo.draws().get(i).stdError());
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
}
