package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.canbao.design.EstimationPath;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change an estimate, changes it only by rounding; what must, does so in the known way. */
class OlsPropertiesTest {
    private static final double ROUNDING = 1e-10;
    private static final String TWO_WAYS = "vcov: cluster, cluster: [city]";

    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(1, folder);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    static Stream<String> specs() {
        return Stream.of(
                "formula: 'y ~ did + x1 + x1^2 + x2 + z | city + year', vcov: cluster, cluster: [city]",
                "formula: 'y ~ did + x1 + x2 + z | city + year', vcov: cluster, cluster: [city, year]",
                "formula: 'y ~ did + x1 + did:x2 | city[z] + year', vcov: cluster, cluster: [province], weights: w",
                "formula: 'y ~ x1 + i(year) + i(province, x2, ref = p0)', vcov: iid, weights: w",
                "formula: 'y ~ did + i(flag) + x1 | city^year + province', vcov: cluster, cluster: [city^year]",
                "formula: 'log(w) ~ did + sqrt(x1^2) + x2 | province', vcov: iid, where: 'x2 = 1 OR z > 0.5'",
                "formula: 'y ~ x1 + x2 | province[[z]]', vcov: cluster, cluster: [province]");
    }

    @ParameterizedTest
    @MethodSource("specs")
    void momentsEqualRows(String spec) {
        for (long seed = 1; seed <= 3; seed++) {
            Sample sample = RandomPanel.of(seed, 20, 3000).load(engine, folder);
            assertClose(
                    estimate(spec, sample, 1, EstimationPath.MOMENTS),
                    estimate(spec, sample, 1, EstimationPath.ROWS),
                    ROUNDING);
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void threadsDoNotMatter(String spec) {
        Sample sample = RandomPanel.of(4, 20, 40_000).load(engine, folder);
        for (EstimationPath path : List.of(EstimationPath.MOMENTS, EstimationPath.ROWS)) {
            String one = FitJson.write(estimate(spec, sample, 1, path));
            assertThat(FitJson.write(estimate(spec, sample, 2, path))).isEqualTo(one);
            assertThat(FitJson.write(estimate(spec, sample, 5, path))).isEqualTo(one);
        }
    }

    @ParameterizedTest
    @MethodSource("specs")
    void rowOrderMattersOnlyToRounding(String spec) {
        RandomPanel panel = RandomPanel.of(5, 15, 2000);
        for (EstimationPath path : List.of(EstimationPath.MOMENTS, EstimationPath.ROWS)) {
            Fit.Regression given = estimate(spec, panel.load(engine, folder), 1, path);
            Fit.Regression shuffled = estimate(spec, panel.shuffled(1).load(engine, folder), 1, path);
            assertClose(shuffled, given, ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {6, 7})
    void unitNamesDoNotMatter(long seed) {
        RandomPanel panel = RandomPanel.of(seed, 15, 2000);
        RandomPanel renamed = panel.map(r -> r.with(r.x1(), r.w(), 1000 - 7 * r.city()));
        String spec = "formula: 'y ~ did + x1 + x2 | city + year', " + TWO_WAYS;
        assertClose(
                estimate(spec, renamed.load(engine, folder), 1, EstimationPath.AUTO),
                estimate(spec, panel.load(engine, folder), 1, EstimationPath.AUTO),
                ROUNDING);
    }

    @ParameterizedTest
    @CsvSource({"1e-6", "1e6", "1e-3"})
    void scaleOfARegressorScalesItsCoefficient(double scale) {
        RandomPanel panel = RandomPanel.of(8, 15, 2000);
        RandomPanel scaled = panel.map(r -> r.with(r.x1() * scale, r.w(), r.city()));
        String spec = "formula: 'y ~ did + x1 + x1^2 + x2 | city + year', " + TWO_WAYS;
        Fit.Regression one = estimate(spec, panel.load(engine, folder), 1, EstimationPath.AUTO);
        Fit.Regression other = estimate(spec, scaled.load(engine, folder), 1, EstimationPath.AUTO);
        assertThat(other.coefficients()).hasSize(4);
        assertNear(
                other.coefficients().get(0).estimate(),
                one.coefficients().get(0).estimate(),
                ROUNDING);
        assertNear(
                other.coefficients().get(1).estimate() * scale,
                one.coefficients().get(1).estimate(),
                1e-9);
        assertNear(
                other.coefficients().get(2).estimate() * scale * scale,
                one.coefficients().get(2).estimate(),
                1e-9);
        for (int j = 0; j < 4; j++) {
            assertNear(
                    other.coefficients().get(j).statistic(),
                    one.coefficients().get(j).statistic(),
                    1e-9);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {9, 10})
    void weightTwoIsTheRowTwice(long seed) {
        RandomPanel panel = RandomPanel.of(seed, 10, 500).map(r -> r.with(r.x1(), r.id() % 2 == 0 ? 2 : 1, r.city()));
        List<RandomPanel.Row> again =
                panel.rows().stream().filter(r -> r.w() == 2).toList();
        String formula = "formula: 'y ~ did + x1 + x2 + z | city + year', " + TWO_WAYS;
        Fit.Regression weighted =
                estimate(formula + ", weights: w", panel.load(engine, folder), 1, EstimationPath.AUTO);
        Fit.Regression twice = estimate(formula, panel.plus(again).load(engine, folder), 1, EstimationPath.AUTO);
        for (int j = 0; j < weighted.coefficients().size(); j++) {
            assertNear(
                    weighted.coefficients().get(j).estimate(),
                    twice.coefficients().get(j).estimate(),
                    ROUNDING);
        }
        assertThat(twice.n()).isEqualTo(weighted.n() + again.size());
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void rowsAsClustersAreHeteroskedastic(long seed) {
        Sample sample = RandomPanel.of(seed, 10, 400).load(engine, folder);
        String formula = "formula: 'y ~ did + x1 + x2 + z | city + year', weights: w, ";
        Fit.Regression clustered = estimate(
                formula + "vcov: cluster, cluster: [id], small_sample: {k_fixef: full}",
                sample,
                1,
                EstimationPath.AUTO);
        Fit.Regression robust = estimate(formula + "vcov: hc1", sample, 1, EstimationPath.AUTO);
        for (int j = 0; j < robust.coefficients().size(); j++) {
            assertNear(
                    clustered.coefficients().get(j).stdError(),
                    robust.coefficients().get(j).stdError(),
                    ROUNDING);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {13, 14})
    void singletonsDoNotChangeCoefficients(long seed) {
        RandomPanel panel = RandomPanel.of(seed, 10, 300);
        RandomPanel.Row first = panel.rows().get(0);
        RandomPanel withSingletons = panel.plus(List.of(first.with(3, 1, 98), first.with(4, 1, 99)));
        String spec = "formula: 'y ~ did + x1 + x2 | city + year', " + TWO_WAYS;
        Sample sample = withSingletons.load(engine, folder);
        Fit.Regression dropped = estimate(spec, sample, 1, EstimationPath.AUTO);
        Fit.Regression kept = estimate(spec + ", singletons: keep", sample, 1, EstimationPath.AUTO);
        assertThat(dropped.n()).isEqualTo(300);
        assertThat(kept.n()).isEqualTo(302);
        assertThat(dropped.inference().lost().toString()).contains("singleton: city, rows=2");
        for (int j = 0; j < kept.coefficients().size(); j++) {
            assertNear(
                    kept.coefficients().get(j).estimate(),
                    dropped.coefficients().get(j).estimate(),
                    ROUNDING);
        }
    }

    @Test
    void illConditionedPolynomialsGoByRows() {
        RandomPanel panel = RandomPanel.of(15, 10, 2000).map(r -> r.with(1900 + r.id() % 100, r.w(), r.city()));
        Sample sample = panel.load(engine, folder);
        String cubic = "formula: 'y ~ did + x1 + x1^2 + x1^3 | city + year', " + TWO_WAYS;
        Fit.Regression fit = estimate(cubic, sample, 1, EstimationPath.AUTO);
        assertThat(fit.inference().path()).isEqualTo("rows");
        assertThat(fit.inference().pathReason()).contains("ill-conditioned");
        engine.execute("ALTER TABLE data ADD COLUMN c DOUBLE");
        engine.execute("UPDATE data SET c = (x1 - 1950) / 50");
        Sample centred = TestSamples.table(engine, "data");
        Fit.Regression same = estimate(cubic.replace("x1", "c"), centred, 1, EstimationPath.AUTO);
        assertNear(
                fit.coefficient("did").orElseThrow().estimate(),
                same.coefficient("did").orElseThrow().estimate(),
                1e-9);
        assertNear(fit.r2(), same.r2(), 1e-11);
    }

    /** A regressor whose variation is almost all between cities is not an absorbed one. */
    @Test
    void smallVariationWithinEffectsIsVariation() {
        RandomPanel panel = RandomPanel.of(16, 10, 2000).map(r -> r.with(1e6 * r.city() + r.x1(), r.w(), r.city()));
        RandomPanel own = RandomPanel.of(16, 10, 2000);
        String spec = "formula: 'y ~ did + x1 | city + year', " + TWO_WAYS;
        assertNear(
                estimate(spec, panel.load(engine, folder), 1, EstimationPath.AUTO)
                        .coefficients()
                        .get(1)
                        .estimate(),
                estimate(spec, own.load(engine, folder), 1, EstimationPath.AUTO)
                        .coefficients()
                        .get(1)
                        .estimate(),
                1e-8);
    }

    private static Fit.Regression estimate(String spec, Sample sample, int threads, EstimationPath path) {
        return (Fit.Regression) Estimators.estimate(
                SpecReader.read("{model: ols, " + spec + "}", "spec"), sample, new EstimationOptions(threads, path));
    }

    private static void assertClose(Fit.Regression actual, Fit.Regression expected, double tolerance) {
        assertThat(actual.coefficients()).hasSameSizeAs(expected.coefficients());
        assertThat(actual.dropped()).isEqualTo(expected.dropped());
        assertThat(actual.n()).isEqualTo(expected.n());
        assertThat(actual.inference().lost()).isEqualTo(expected.inference().lost());
        assertNear(actual.r2(), expected.r2(), tolerance);
        for (int j = 0; j < actual.coefficients().size(); j++) {
            Coefficient a = actual.coefficients().get(j);
            Coefficient e = expected.coefficients().get(j);
            assertThat(a.name()).isEqualTo(e.name());
            assertNear(a.estimate(), e.estimate(), tolerance);
            assertNear(a.stdError(), e.stdError(), tolerance);
            assertNear(a.pValue(), e.pValue(), 10 * tolerance);
        }
    }

    private static void assertNear(double actual, double expected, double relative) {
        assertThat(Math.abs(actual - expected))
                .as(actual + " against " + expected)
                .isLessThanOrEqualTo(relative * Math.abs(expected));
    }
}
