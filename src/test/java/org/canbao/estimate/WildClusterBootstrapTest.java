package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Place;
import org.canbao.engine.DuckDbEngine;
import org.canbao.report.Labels;
import org.canbao.report.table.FitCsv;
import org.canbao.report.table.FitText;
import org.canbao.report.table.TableContext;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.result.WildBootstrap;
import org.canbao.sample.Sample;
import org.canbao.spec.Lang;
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

    /** Both types, their p-values and the ends of their intervals, against outcomes drawn row by row. */
    @ParameterizedTest
    @ValueSource(strings = {"restricted", "unrestricted"})
    void drawnRowByRow(String type) {
        RandomPanel panel = RandomPanel.of(7, 8, 160);
        Fit.Regression fit = estimate(
                "y ~ x1 + x2 | city + year",
                "{coefficient: x2, null: -0.5, draws: 256, type: " + type + "}",
                panel.load(engine, folder),
                1,
                EstimationPath.AUTO);
        WildBootstrap found = fit.wildBootstrap().orElseThrow();
        List<double[]> columns = new ArrayList<>();
        columns.add(panel.rows().stream().mapToDouble(RandomPanel.Row::x2).toArray());
        columns.add(panel.rows().stream().mapToDouble(RandomPanel.Row::x1).toArray());
        columns.addAll(DummyRegression.dummies(panel.rows(), RandomPanel.Row::city, 0, r -> 1));
        columns.addAll(DummyRegression.dummies(panel.rows(), RandomPanel.Row::year, 1, r -> 1));
        SlowBootstrap slow = new SlowBootstrap(
                columns,
                0,
                panel.rows().stream().mapToDouble(RandomPanel.Row::y).toArray(),
                panel.rows().stream().mapToInt(r -> r.city() - 1).toArray(),
                type.equals("restricted"));
        assertThat(found.type()).isEqualTo(type);
        assertThat(found.enumerated()).isTrue();
        assertThat(found.pValue()).isEqualTo(slow.pValue(-0.5));
        double step = 1e-6 * (found.confHigh() - found.confLow());
        assertThat(slow.pValue(found.confLow() - step)).isLessThanOrEqualTo(0.05);
        assertThat(slow.pValue(found.confLow() + step)).isGreaterThan(0.05);
        assertThat(slow.pValue(found.confHigh() + step)).isLessThanOrEqualTo(0.05);
        assertThat(slow.pValue(found.confHigh() - step)).isGreaterThan(0.05);
    }

    /** With 4 clusters no p-value is below 2/16: the interval has no end, on paper and in every format. */
    @Test
    void fewClustersRejectNothing() {
        Fit.Regression fit = estimate(
                "y ~ x2", "{coefficient: x2}", RandomPanel.of(8, 4, 100).load(engine, folder), 1, EstimationPath.AUTO);
        WildBootstrap found = fit.wildBootstrap().orElseThrow();
        assertThat(found.confLow()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(found.confHigh()).isEqualTo(Double.POSITIVE_INFINITY);
        assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
        assertThat(FitCsv.render(fit)).contains(",-Inf,Inf,,,\"null 0, 16 enumerated rademacher draws, restricted\"");
        TableContext context = new TableContext(Labels.NAMES, Optional.empty(), false);
        assertThat(FitText.render(fit, context, Lang.EN)).contains("95% interval [-∞, ∞] (all 16 vectors of signs)");
    }

    @Test
    void severalWaysAreRefused() {
        CanbaoException error = catchThrowableOfType(
                CanbaoException.class,
                () -> SpecReader.read(
                        "{model: ols, formula: y ~ x, vcov: cluster, cluster: [a, b], wild_bootstrap: {coefficient: x}}",
                        "spec"));
        assertThat(error.diagnostics().get(0).message()).endsWith("one way, and `cluster` lists 2");
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
                "x",
                0,
                WildBootstrapSpec.Type.RESTRICTED,
                kind,
                2000,
                1,
                WildBootstrapSpec.PValue.SHARE,
                new Place("spec", 1, 1, 1, "x"));
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
