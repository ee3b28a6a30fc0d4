package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
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
import org.junit.jupiter.params.provider.ValueSource;

/** clubSandwich's covariances where they must agree with something else. */
class ClusterRobustTest {
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
    @CsvSource({"cr0, hc0", "cr2, hc2", "cr3, hc3"})
    void rowsAsClustersAreHeteroskedastic(String clustered, String robust) {
        Sample sample = RandomPanel.of(1, 8, 150).load(engine, folder);
        for (String formula : new String[] {"y ~ did + x1 + x2", "y ~ did + x1 + x2 | city + year"}) {
            Fit.Regression one =
                    estimate(formula, "vcov: " + clustered + ", cluster: [id]", sample, EstimationPath.AUTO);
            Fit.Regression other = estimate(formula, "vcov: " + robust, sample, EstimationPath.AUTO);
            for (Coefficient c : other.coefficients()) {
                assertNear(one.coefficient(c.name()).orElseThrow().stdError(), c.stdError(), 1e-10);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cr0", "cr1", "cr1s", "cr2", "cr3", "cr3-jackknife"})
    void absorbedEqualsDummiesOnBothPaths(String vcov) {
        Sample sample = RandomPanel.of(2, 12, 900).load(engine, folder);
        String rest = "p_value: satterthwaite, cluster: [city], vcov: " + vcov;
        boolean leavesOut = vcov.startsWith("cr3");
        String dummies = leavesOut ? "y ~ did + x1 + x2 + i(year) | city" : "y ~ did + x1 + x2 + i(city) + i(year)";
        Fit.Regression written = estimate(dummies, rest, sample, EstimationPath.ROWS);
        for (EstimationPath path : new EstimationPath[] {EstimationPath.MOMENTS, EstimationPath.ROWS}) {
            Fit.Regression absorbed = estimate("y ~ did + x1 + x2 | city + year", rest, sample, path);
            assertThat(absorbed.inference().path()).isEqualTo(path == EstimationPath.MOMENTS ? "moments" : "rows");
            assertThat(absorbed.coefficients()).hasSize(3);
            for (Coefficient c : absorbed.coefficients()) {
                Coefficient same = written.coefficient(c.name()).orElseThrow();
                assertNear(c.estimate(), same.estimate(), 1e-9);
                assertNear(c.stdError(), same.stdError(), 1e-9);
                assertNear(c.df().orElseThrow(), same.df().orElseThrow(), 1e-8);
                assertNear(c.pValue(), same.pValue(), 1e-7);
            }
        }
    }

    /** With weights the working model is that of the transformed regression, on rows times the roots of their weights. */
    @ParameterizedTest
    @ValueSource(strings = {"cr0", "cr1", "cr1s", "cr3", "cr3-jackknife"})
    void weightsAreATransformation(String vcov) {
        Sample sample = RandomPanel.of(2, 12, 900).load(engine, folder);
        String rest = "p_value: satterthwaite, cluster: [city], vcov: " + vcov;
        Fit.Regression transformed = estimate(
                "I(sqrt(w) * y) ~ 0 + I(sqrt(w)) + I(sqrt(w) * did) + I(sqrt(w) * x1)",
                rest,
                sample,
                EstimationPath.ROWS);
        for (EstimationPath path : new EstimationPath[] {EstimationPath.MOMENTS, EstimationPath.ROWS}) {
            Fit.Regression weighted = estimate("y ~ did + x1", rest + ", weights: w", sample, path);
            same(weighted.coefficients(), transformed.coefficients());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"cr0", "cr1s", "cr3"})
    void absorbedEqualsDummiesWithWeights(String vcov) {
        Sample sample = RandomPanel.of(2, 12, 900).load(engine, folder);
        String rest = "p_value: satterthwaite, cluster: [city], weights: w, vcov: " + vcov;
        String dummies = vcov.equals("cr3") ? "y ~ did + x1 + i(year) | city" : "y ~ did + x1 + i(city) + i(year)";
        List<Coefficient> written = estimate(dummies, rest, sample, EstimationPath.ROWS).coefficients().stream()
                .filter(c -> c.name().equals("did") || c.name().equals("x1"))
                .toList();
        for (EstimationPath path : new EstimationPath[] {EstimationPath.MOMENTS, EstimationPath.ROWS}) {
            same(estimate("y ~ did + x1 | city + year", rest, sample, path).coefficients(), written);
        }
    }

    private static void same(List<Coefficient> found, List<Coefficient> expected) {
        assertThat(found).hasSameSizeAs(expected);
        for (int j = 0; j < found.size(); j++) {
            assertNear(found.get(j).estimate(), expected.get(j).estimate(), 1e-9);
            assertNear(found.get(j).stdError(), expected.get(j).stdError(), 1e-9);
            assertNear(found.get(j).df().orElseThrow(), expected.get(j).df().orElseThrow(), 1e-8);
        }
    }

    @Test
    void jackknifeIsTheJackknife() {
        Sample sample = RandomPanel.of(3, 10, 400).load(engine, folder);
        theJackknifeIs(sample, "");
        theJackknifeIs(sample, ", weights: w");
    }

    private static void theJackknifeIs(Sample sample, String weights) {
        String formula = "y ~ did + x1";
        Fit.Regression fit =
                estimate(formula, "vcov: cr3-jackknife, cluster: [city]" + weights, sample, EstimationPath.AUTO);
        double squares = 0;
        for (int city = 1; city <= 10; city++) {
            double without = estimate(
                            formula, "vcov: iid, where: 'city <> " + city + "'" + weights, sample, EstimationPath.AUTO)
                    .coefficients()
                    .get(1)
                    .estimate();
            squares += Math.pow(without - fit.coefficients().get(1).estimate(), 2);
        }
        assertNear(fit.coefficients().get(1).stdError(), Math.sqrt(0.9 * squares), 1e-9);
    }

    @Test
    void eventStudiesHaveThem() {
        Sample sample = RandomPanel.of(4, 15, 3000).load(engine, folder);
        String spec = "{model: event-study, outcome: y, cohort: g, time: year, window: [-2, 2], reference: -1,"
                + " fixed_effects: [city, year], vcov: cr2, p_value: satterthwaite, cluster: [city]}";
        Fit.EventStudy fit =
                (Fit.EventStudy) Estimators.estimate(SpecReader.read(spec, "spec"), sample, EstimationOptions.DEFAULT);
        assertThat(fit.by())
                .hasSize(4)
                .allSatisfy(at -> assertThat(at.stdError()).isPositive());
        assertThat(fit.regression().coefficients())
                .allSatisfy(c -> assertThat(c.df().orElseThrow()).isBetween(1.0, 14.0));
        assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "y ~ x1 + i(city); vcov: cr3, cluster: [city]; CB0513; `intercept` of spec `spec` cannot be estimated without cluster 1",
                "y ~ x1 | city; vcov: cr2, cluster: [year]; CB0506; has too many levels for cluster by cluster algebra",
                "y ~ x1; vcov: cr2, cluster: [city], weights: w; CB0110; does not go with weights",
                "y ~ x1; vcov: cr2, cluster: [city, year]; CB0110; clusters one way only",
                "y ~ x1; vcov: cr2, cluster: [city], small_sample: {k_adjust: false}; CB0110; has its own",
                "y ~ x1; vcov: hc1, p_value: satterthwaite; CB0110; have a choice of p-values",
            })
    void whatCannotBeDoneSaysWhy(String formula, String rest, String code, String message) {
        Sample sample = RandomPanel.of(5, 260, 3000).load(engine, folder);
        CanbaoException error =
                catchThrowableOfType(CanbaoException.class, () -> estimate(formula, rest, sample, EstimationPath.AUTO));
        assertThat(error.diagnostics().get(0).message()).contains(message);
        assertThat(error.diagnostics().get(0).code().id()).isEqualTo(code);
    }

    private static Fit.Regression estimate(String formula, String rest, Sample sample, EstimationPath path) {
        String spec = "{model: ols, formula: '" + formula + "', " + rest + "}";
        return (Fit.Regression)
                Estimators.estimate(SpecReader.read(spec, "spec"), sample, new EstimationOptions(1, path));
    }

    private static void assertNear(double actual, double expected, double relative) {
        assertThat(Math.abs(actual - expected))
                .as(actual + " against " + expected)
                .isLessThanOrEqualTo(relative * Math.abs(expected));
    }
}
