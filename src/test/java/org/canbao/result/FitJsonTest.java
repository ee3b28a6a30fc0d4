package org.canbao.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FitJsonTest {
    private static final Coefficient DID = new Coefficient("did", 0.1 + 0.2, 1e-300, 3.0, 4.9e-324, -1, 1 / 3.0);
    private static final Inference INFERENCE = new Inference(
            "cluster",
            12_000,
            14,
            List.of(new Inference.Clusters("city^year", 60)),
            59,
            1.0178,
            "moments",
            "360 cells for 12,002 rows",
            Optional.of("w"),
            List.of(new Inference.Loss("missing: income", 3), new Inference.Loss("singleton: city", 2)),
            true);
    private static final Fit.Regression REGRESSION = new Fit.Regression(
            "ols",
            "log(income)",
            List.of(DID),
            12_000,
            0.1,
            0.09,
            OptionalDouble.of(0.01),
            List.of(
                    new Fit.Dropped("x", Fit.Dropped.Reason.ABSORBED, List.of()),
                    new Fit.Dropped("z", Fit.Dropped.Reason.COLLINEAR, List.of("did", "x"))),
            List.of(new Fit.Absorbed("city[year]", 60)),
            8.25,
            INFERENCE);

    static Stream<Fit> fits() {
        return Stream.of(
                REGRESSION,
                new Fit.EventStudy(
                        List.of(new Fit.AtTime(-2, 0.1, 0.2, 0.5, 0.6, -0.3, 0.5, 17)),
                        List.of(-1),
                        new Fit.Binned(true, false),
                        Optional.of(new Fit.WaldTest(1.9, 0.13, 3, 59)),
                        named("event-study")),
                new Fit.EventStudy(
                        List.of(),
                        List.of(-1, -2),
                        new Fit.Binned(false, false),
                        Optional.empty(),
                        named("event-study")),
                new Fit.EventStudy(
                        List.of(new Fit.AtTime(0, 0.1, 0.2, 0.5, 0.6, -0.3, 0.5, 17)),
                        List.of(-1),
                        new Fit.Binned(false, false),
                        Optional.empty(),
                        List.of(List.of(0.04)),
                        Optional.of(DID),
                        named("event-study")),
                new SunAbrahamFit(
                        List.of(new Fit.AtTime(0, 0.1, 0.2, 0.5, 0.6, -0.3, 0.5, 17)),
                        List.of(-1, -5),
                        Optional.of(new Fit.WaldTest(1.9, 0.13, 3, 59)),
                        List.of(List.of(0.04)),
                        Optional.of(DID),
                        DID,
                        List.of(
                                new SunAbrahamFit.Cohort(2014, SunAbrahamFit.Role.TREATED, 7),
                                new SunAbrahamFit.Cohort(2019, SunAbrahamFit.Role.CONTROL, 8)),
                        named("sun-abraham")),
                new ImputationFit(
                        "y",
                        DID,
                        List.of(
                                new Fit.AtTime(-1, 0.1, 0.2, 0.5, 0.6, -0.3, 0.5, 17),
                                new Fit.AtTime(0, 0.2, 0.2, 1, 0.3, -0.2, 0.6, 18)),
                        Optional.empty(),
                        List.of(List.of(0.04, 0.01), List.of(0.01, 0.04)),
                        Optional.of(DID),
                        18,
                        List.of("age", "age^2"),
                        List.of(new Fit.Dropped("x", Fit.Dropped.Reason.ABSORBED, List.of())),
                        List.of(new Fit.Absorbed("unit", 60)),
                        true,
                        INFERENCE),
                new BaconFit(
                        "did",
                        List.of(
                                new BaconFit.Comparison(
                                        4, OptionalDouble.empty(), BaconFit.Type.TREATED_VS_UNTREATED, 0.7, 0.1),
                                new BaconFit.Comparison(
                                        4, OptionalDouble.of(6), BaconFit.Type.EARLIER_VS_LATER, 0.3, -0.2)),
                        named("bacon")),
                new TwfeWeightsFit(
                        "did",
                        List.of(
                                new TwfeWeightsFit.Cell("北京", 2014, 0.5, 1.25),
                                new TwfeWeightsFit.Cell("b", 2015, 0.5, -0.25)),
                        0.3,
                        OptionalDouble.of(0.9),
                        named("twfe-weights")),
                new HonestDidFit(
                        "event-study",
                        "y",
                        OptionalInt.empty(),
                        DID,
                        3,
                        4,
                        Optional.of(new HonestDidFit.Sensitivity(
                                List.of(new HonestDidFit.Bounded(
                                        0, Optional.of(new HonestDidFit.Ends(-1, 1 / 3.0)), Optional.empty())),
                                OptionalDouble.empty())),
                        Optional.of(new HonestDidFit.Sensitivity(
                                List.of(new HonestDidFit.Bounded(
                                        0.5, Optional.empty(), Optional.of(new HonestDidFit.Ends(0.1, 0.2)))),
                                OptionalDouble.of(0.75))),
                        INFERENCE),
                new HonestDidFit(
                        "sun-abraham",
                        "y",
                        OptionalInt.of(2),
                        DID,
                        3,
                        4,
                        Optional.empty(),
                        Optional.empty(),
                        INFERENCE),
                new Fit.RdPolynomial(
                        new Fit.Discontinuity("month", 0.5, 2, true, false, List.of(-24.0, 24.5)),
                        new Fit.AtCutoff(1.5, 7),
                        new Fit.AtCutoff(1.75, 9),
                        List.of("(month - 0.5)", "(month - 0.5)^2"),
                        discontinuity()),
                new RdLocalFit(
                        new RdLocalFit.Design(
                                "y",
                                "month",
                                Optional.of("treated"),
                                List.of("z"),
                                -0.5,
                                1,
                                3,
                                1,
                                "uniform",
                                "given",
                                "off",
                                90,
                                -2),
                        new RdLocalFit.Side(10, 7, 9, 8, OptionalInt.of(4), 0.5, 0.75, 1.25, 1.5),
                        new RdLocalFit.Side(11, 8, 10, 9, OptionalInt.of(5), 0.25, 1, 2, Double.NaN),
                        List.of(DID, DID, DID),
                        List.of(DID),
                        List.of(new Fit.Dropped("z", Fit.Dropped.Reason.COLLINEAR, List.of("month"))),
                        List.of(
                                new RdLocalFit.Warning(RdLocalFit.Warning.Kind.WEAK_FIRST_STAGE, List.of(2.5)),
                                new RdLocalFit.Warning(RdLocalFit.Warning.Kind.NO_VARIATION, List.of())),
                        INFERENCE),
                new Fit.Placebo(
                        "did",
                        DID,
                        List.of(
                                new Fit.Draw(0.1, 0.2, 0.5, 0.6),
                                new Fit.Draw(Double.NaN, Double.NaN, Double.NaN, Double.NaN)),
                        1,
                        1.0,
                        named("placebo")),
                iv(Optional.of(new IvFit.ChiSquared(0.3, 0.58, 1))),
                iv(Optional.empty()),
                new LikelihoodFit(
                        "poisson",
                        "visits",
                        List.of(DID),
                        new LikelihoodFit.Likelihood(-100.5, -120.25, 50, 0.25),
                        6,
                        List.of(),
                        List.of(new Fit.Absorbed("city", 60)),
                        2.5,
                        INFERENCE));
    }

    private static IvFit iv(Optional<IvFit.ChiSquared> sargan) {
        Fit.WaldTest test = new Fit.WaldTest(12.5, 0.001, 2, 59);
        return new IvFit(
                List.of("did"),
                List.of(new IvFit.FirstStage("did", List.of(DID), test, Optional.of(test), 0.3)),
                new IvFit.Tests(
                        new IvFit.Rank(new IvFit.ChiSquared(25, 0.0001, 2), 12.5),
                        Optional.of(new IvFit.EffectiveF(12, 23.1, 0.1)),
                        test,
                        sargan,
                        Optional.of(new IvFit.AndersonRubin(
                                test,
                                List.of(
                                        new IvFit.Interval(Double.NEGATIVE_INFINITY, -1),
                                        new IvFit.Interval(2, Double.POSITIVE_INFINITY))))),
                named("iv"));
    }

    static Stream<Fit> discontinuities() {
        RdPlotFit.Side side = new RdPlotFit.Side(
                3,
                2,
                List.of(new RdPlotFit.Bin(-1, -0.5, -0.75, -0.8, 0.1 + 0.2, Double.NaN, Double.NaN, 1)),
                List.of(new RdPlotFit.Point(-1, 2)));
        Coefficient jump = new Coefficient("jump", 0.25, 0.1, 2.5, 0.01, 0.05, Double.NaN);
        return Stream.of(
                new RdDensityFit(
                        new RdDensityFit.Setting("age", 65, 2, 3, "triangular", false, "comb", true),
                        -0.26,
                        0.79,
                        new RdDensityFit.Side(100, 40, 3.5, new RdDensityFit.Estimate(0.3, 0.05)),
                        new RdDensityFit.Side(90, 30, 4.5, new RdDensityFit.Estimate(0.2, 0.06)),
                        new RdDensityFit.Estimate(-0.1, 0.07),
                        List.of(new RdDensityFit.Binomial(1, 2, 20, 21, 1)),
                        List.of(new RdDensityFit.Bar(64, 65, 7, 0.07)),
                        List.of(new RdDensityFit.Point(true, 65, 0.2, 0.1, 0.3)),
                        INFERENCE),
                new RdPlotFit(
                        "y",
                        "age",
                        65,
                        4,
                        Optional.of("male"),
                        List.of(new RdPlotFit.Group("1", "esmv", side, side)),
                        INFERENCE),
                new RdPlotFit("y", "age", 65, 4, Optional.empty(), List.of(), INFERENCE),
                new RdRandomizationFit(
                        new RdRandomizationFit.Design(
                                "y",
                                "age",
                                65,
                                64,
                                66.5,
                                true,
                                1,
                                false,
                                Optional.of("age"),
                                Optional.empty(),
                                5,
                                0,
                                95,
                                10,
                                true),
                        new RdRandomizationFit.Side(20, 1, 0.5),
                        new RdRandomizationFit.Side(21, 2, 0.25),
                        List.of(new RdRandomizationFit.Test(
                                "ks", 0.5, 0.1, 0.1, 1, 10, Double.NaN, Double.NaN, Double.NaN)),
                        Optional.of(jump),
                        List.of(new RdRandomizationFit.Tried("ks", 0.5, 0.2)),
                        List.of(new RdRandomizationFit.Balance(64, 66, 10, 11, 1, 0.2, "male")),
                        INFERENCE),
                new RdRobustnessFit(
                        "y",
                        "age",
                        65,
                        "rd-local",
                        List.of(
                                new RdRobustnessFit.Line(
                                        RdRobustnessFit.Section.BASELINE,
                                        Double.NaN,
                                        "",
                                        Optional.of(jump),
                                        3,
                                        4,
                                        10,
                                        11,
                                        ""),
                                new RdRobustnessFit.Line(
                                        RdRobustnessFit.Section.COVARIATE,
                                        Double.NaN,
                                        "male",
                                        Optional.empty(),
                                        Double.NaN,
                                        Double.NaN,
                                        0,
                                        0,
                                        "too few rows")),
                        INFERENCE));
    }

    @ParameterizedTest
    @MethodSource("discontinuities")
    void roundTripOfDiscontinuities(Fit fit) {
        assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
    }

    @ParameterizedTest
    @MethodSource("fits")
    void roundTrip(Fit fit) {
        assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
    }

    @Test
    void keysKeepTheirOrderAndNumbersTheirDigits() {
        String json = FitJson.write(REGRESSION);
        assertThat(json).endsWith("}\n").contains("0.30000000000000004", "4.9E-324", "\"r2_within\" : 0.01");
        List<String> keys = List.of(
                "model",
                "outcome",
                "coefficients",
                "n",
                "r2",
                "r2_adj",
                "r2_within",
                "outcome_mean",
                "dropped",
                "dropped_detail",
                "fixed_effects",
                "inference");
        int at = -1;
        for (String key : keys) {
            int next = json.indexOf("\n  \"" + key + "\" :");
            assertThat(next).as(key).isGreaterThan(at);
            at = next;
        }
    }

    @Test
    void theJumpHasABlockOfItsOwn() {
        String json = FitJson.write(
                fits().filter(Fit.RdPolynomial.class::isInstance).findFirst().orElseThrow());
        var jump =
                tools.jackson.databind.json.JsonMapper.shared().readTree(json).get("jump");
        assertThat(jump.get("estimate").asDouble()).isEqualTo(0.25);
        assertThat(jump.get("untreated").get("mean").asDouble()).isEqualTo(1.5);
        assertThat(jump.get("treated").get("rows").asLong()).isEqualTo(9);
        assertThat(json).contains("\"sides\" : \"separate\"", "\"side\" : \"left\"");
    }

    @Test
    void whatIsNotAFitIsRefused() {
        assertThatThrownBy(() -> FitJson.read("{}")).hasMessageContaining("there is no `model`");
        assertThatThrownBy(() -> FitJson.read("{\"model\": \"ols\"}")).hasMessageContaining("there is no `");
        assertThatThrownBy(() -> FitJson.read("{")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Fit.Regression discontinuity() {
        Fit.Regression r = named("rd-polynomial");
        return new Fit.Regression(
                r.model(),
                r.outcome(),
                List.of(new Coefficient("jump", 0.25, 0.1, 2.5, 0.01, 0.05, 0.45), DID),
                r.n(),
                r.r2(),
                r.r2Adj(),
                r.r2Within(),
                r.dropped(),
                r.fixedEffects(),
                r.outcomeMean(),
                r.inference());
    }

    private static Fit.Regression named(String model) {
        Fit.Regression r = REGRESSION;
        return new Fit.Regression(
                model,
                r.outcome(),
                r.coefficients(),
                r.n(),
                r.r2(),
                r.r2Adj(),
                OptionalDouble.empty(),
                r.dropped(),
                r.fixedEffects(),
                r.outcomeMean(),
                r.inference());
    }
}
