package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.List;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Place;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.result.WildBootstrap;
import org.canbao.sample.Sample;
import org.canbao.spec.WildBootstrapSpec;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WildClusterBootstrapTest {
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

    @ParameterizedTest
    @ValueSource(strings = {"rademacher", "webb", "mammen"})
    void absorbedEqualsDummiesOnBothPathsAndAnyThreads(String weights) {
        Sample sample = RandomPanel.of(1, 25, 1500).load(engine, folder);
        String test = "{coefficient: did, null: 0.2, weights: " + weights + ", draws: 3000}";
        Fit.Regression written = estimate("y ~ did + x1 + i(city) + i(year)", test, sample, 1, EstimationPath.ROWS);
        WildBootstrap expected = written.wildBootstrap().orElseThrow();
        assertThat(expected.enumerated()).isFalse();
        assertThat(expected.pValue()).isBetween(0.001, 0.999);
        for (EstimationPath path : List.of(EstimationPath.MOMENTS, EstimationPath.ROWS)) {
            Fit.Regression one = estimate("y ~ did + x1 | city + year", test, sample, 1, path);
            assertThat(one.wildBootstrap().orElseThrow().pValue()).isEqualTo(expected.pValue());
            assertThat(FitJson.write(estimate("y ~ did + x1 | city + year", test, sample, 3, path)))
                    .isEqualTo(FitJson.write(one));
        }
        assertThat(FitJson.read(FitJson.write(written))).isEqualTo(written);
    }

    @Test
    void weightTwoIsTheRowTwice() {
        RandomPanel panel = RandomPanel.of(2, 9, 300).map(r -> r.with(r.x1(), r.id() % 2 == 0 ? 2 : 1, r.city()));
        List<RandomPanel.Row> again =
                panel.rows().stream().filter(r -> r.w() == 2).toList();
        String test = "{coefficient: x2, null: -0.3}";
        WildBootstrap weighted = estimate(
                        "y ~ did + x2", test + ", weights: w", panel.load(engine, folder), 1, EstimationPath.AUTO)
                .wildBootstrap()
                .orElseThrow();
        WildBootstrap twice = estimate(
                        "y ~ did + x2", test, panel.plus(again).load(engine, folder), 1, EstimationPath.AUTO)
                .wildBootstrap()
                .orElseThrow();
        assertThat(weighted.pValue()).isEqualTo(twice.pValue());
        assertThat(weighted.enumerated()).isTrue();
        assertThat(weighted.draws()).isEqualTo(512);
        assertThat(weighted.pValue() * 512).as("draws and their mirror images").isGreaterThanOrEqualTo(2);
    }

    @Test
    void plusOneCountsTheSampleItself() {
        Sample sample = RandomPanel.of(3, 20, 400).load(engine, folder);
        double share = pValue("{coefficient: x2, draws: 999}", sample);
        assertThat(pValue("{coefficient: x2, draws: 999, p_value: plus-one}", sample))
                .isEqualTo((Math.rint(share * 999) + 1) / 1000);
        assertThat(pValue("{coefficient: x2, draws: 999, seed: 2}", sample)).isNotEqualTo(share);
    }

    @ParameterizedTest
    @EnumSource(WildBootstrapSpec.Weights.class)
    void weightsHaveMeanZeroAndVarianceOne(WildBootstrapSpec.Weights kind) {
        WildBootstrapSpec spec = new WildBootstrapSpec(
                "x", 0, kind, 2000, 1, WildBootstrapSpec.PValue.SHARE, new Place("spec", 1, 1, 1, "x"));
        BootstrapWeights weights = new BootstrapWeights(spec, "s", 100);
        double[] v = new double[100];
        double sum = 0;
        double squares = 0;
        for (int draw = 0; draw < weights.draws(); draw++) {
            weights.fill(v, draw);
            for (double value : v) {
                sum += value;
                squares += value * value;
            }
        }
        assertThat(sum / 200_000).as("four standard errors").isCloseTo(0, within(0.009));
        assertThat(squares / 200_000).as("four standard errors").isCloseTo(1, within(0.01));
    }

    @Test
    void aCoefficientThatIsNotThereIsNamed() {
        Sample sample = RandomPanel.of(3, 20, 400).load(engine, folder);
        CanbaoException error = catchThrowableOfType(CanbaoException.class, () -> pValue("{coefficient: x3}", sample));
        assertThat(error.diagnostics().get(0).code()).isEqualTo(EstimateCode.NO_COEFFICIENT);
        CanbaoException unclustered = catchThrowableOfType(
                CanbaoException.class,
                () -> SpecReader.read(
                        "{model: ols, formula: y ~ x, vcov: hc1, wild_bootstrap: {coefficient: x}}", "spec"));
        assertThat(unclustered.diagnostics().get(0).message()).contains("draws clusters of one way");
    }

    private static double pValue(String test, Sample sample) {
        return estimate("y ~ did + x2", test, sample, 1, EstimationPath.AUTO)
                .wildBootstrap()
                .orElseThrow()
                .pValue();
    }

    private static Fit.Regression estimate(
            String formula, String test, Sample sample, int threads, EstimationPath path) {
        String spec = "{model: ols, formula: '" + formula + "', vcov: cluster, cluster: [city], wild_bootstrap: " + test
                + "}";
        return (Fit.Regression)
                Estimators.estimate(SpecReader.read(spec, "spec"), sample, new EstimationOptions(threads, path));
    }
}
