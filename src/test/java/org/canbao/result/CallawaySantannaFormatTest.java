package org.canbao.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.canbao.result.CallawaySantannaFit.Average;
import org.canbao.result.CallawaySantannaFit.Cohort;
import org.canbao.result.CallawaySantannaFit.Effect;
import org.canbao.result.CallawaySantannaFit.Gap;
import org.canbao.result.CallawaySantannaFit.GroupTime;
import org.canbao.result.CallawaySantannaFit.Point;
import org.canbao.result.CallawaySantannaFit.Role;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CallawaySantannaFormatTest {
    private static final double NONE = Double.NaN;
    private static final Effect SOME = new Effect(0.1, 0.05, 2, 0.045, 0.002, 0.198);
    private static final Effect REFERENCE = new Effect(0, NONE, NONE, NONE, NONE, NONE);

    private static CallawaySantannaFit fit(boolean test) {
        return new CallawaySantannaFit(
                "log(y)",
                new CallawaySantannaFit.Design(
                        true, "not-yet-treated", "dr", List.of("x", "i(z)"), "universal", 1, 999, true),
                List.of(
                        new GroupTime(2015, 2014, 2014, REFERENCE, 7, 9, Optional.empty()),
                        new GroupTime(2015, 2015, 2014, SOME, 7, 9, Optional.empty()),
                        new GroupTime(2016, 2015, 2014, Effect.NONE, 0, 9, Optional.of("no treated in 2015"))),
                List.of(
                        new Average("simple", Optional.of(SOME), NONE, List.of()),
                        new Average(
                                "dynamic",
                                Optional.of(SOME),
                                2.7,
                                List.of(new Point(-1, REFERENCE, 7), new Point(0, SOME, 7))),
                        new Average("group", Optional.empty(), NONE, List.of())),
                "dynamic",
                List.of(-1),
                List.of(List.of(test ? 0.0025 : NONE)),
                List.of(
                        new Cohort(Optional.of(2015), 8, 7, Role.TREATED, Optional.empty()),
                        new Cohort(Optional.of(2012), 3, 0, Role.DROPPED, Optional.of("already treated")),
                        new Cohort(Optional.empty(), 9, 9, Role.CONTROL, Optional.empty())),
                test ? Optional.of(new Fit.WaldTest(1.5, 0.2, 3, Double.POSITIVE_INFINITY)) : Optional.empty(),
                test ? Optional.empty() : Optional.of("singular"),
                test ? List.of() : List.of(new Gap("att_gt 2015:2015", "5", "no treated left")),
                96,
                new Inference(
                        "multiplier-bootstrap",
                        16,
                        2,
                        List.of(new Inference.Clusters("city", 5)),
                        Double.POSITIVE_INFINITY,
                        1,
                        "rows",
                        "because",
                        Optional.of("w"),
                        List.of(new Inference.Loss("missing: y", 2)),
                        false));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void roundTrip(boolean test) {
        assertThat(FitJson.read(FitJson.write(fit(test)))).isEqualTo(fit(test));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void namesAreThoseOfTheReferenceCases(boolean test) {
        JsonNode json = JsonMapper.shared().readTree(FitJson.write(fit(test)));
        assertThat(json.get("att_gt").get(1).get("group").asInt()).isEqualTo(2015);
        assertThat(json.get("att_gt").get(0).get("std_error").isNull()).isTrue();
        assertThat(json.get("att_gt").get(2).get("reason").asString()).isEqualTo("no treated in 2015");
        assertThat(json.get("aggregate").get("simple").get("by").isNull()).isTrue();
        assertThat(json.get("aggregate")
                        .get("dynamic")
                        .get("by")
                        .get(1)
                        .get("at")
                        .asInt())
                .isZero();
        assertThat(json.get("aggregate").get("group").get("overall").isNull()).isTrue();
        assertThat(json.get("coefficients").get(0).get("name").asString()).isEqualTo("att");
        assertThat(json.get("coefficients").get(1).get("name").asString()).isEqualTo("att_simple");
        assertThat(json.get("by")).as("without the reference").hasSize(1);
        assertThat(json.get("pretrend").isNull()).isEqualTo(!test);
        assertThat(json.has("gaps")).isEqualTo(!test);
        assertThat(json.get("covariance").get(0).get(0).isNull()).isEqualTo(!test);
        assertThat(json.get("n").asInt()).isEqualTo(16);
    }
}
