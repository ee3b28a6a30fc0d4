package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.result.Inference;
import org.canbao.result.IvFit;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Poisson, logit and two-stage least squares: special cases, separation, and what cannot be estimated. */
class LikelihoodTest {
    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(2, folder);
        engine.execute("CREATE TABLE data AS SELECT *, (hash(i, 9) % 3)::INTEGER * (1 - lone) AS visits, (u < 0.4 + 0.1"
                + " * sin(city))::INTEGER AS yes, x + sin(7 * i) AS z, 1.0 + i % 3 AS w FROM (SELECT i, i % 12 AS city,"
                + " i % 5 AS year, cos(i) AS x, CASE WHEN i % 40 = 3 THEN 1.0 + i / 100.0 ELSE 0 END AS lifts,"
                + " (i % 40 = 3)::INTEGER AS lone, (hash(i) % 1000) / 1000.0 AS u, -1.0 AS minus"
                + " FROM range(600) AS t(i))");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void rowsThatARegressorSinglesOutAreLeftOutAndCounted() {
        Fit fit = estimate("model: poisson, formula: visits ~ x + lifts | city, vcov: hc1");
        assertThat(fit.inference().lost()).contains(new Inference.Loss("separated", 15));
        Fit without = estimate("model: poisson, formula: visits ~ x | city, vcov: hc1, where: lifts = 0");
        assertThat(fit.dropped()).extracting(Fit.Dropped::name).containsExactly("lifts");
        assertSame(fit, without, "x");
    }

    @Test
    void weightsOfTwoAreCopiesForTheEstimate() {
        Fit weighted = estimate("model: poisson, formula: visits ~ x + z | city + year, vcov: iid, weights: w");
        engine.execute("INSERT INTO data SELECT * FROM data WHERE w >= 2");
        engine.execute("INSERT INTO data SELECT * FROM (SELECT DISTINCT * FROM data) WHERE w = 3");
        Fit copied = estimate("model: poisson, formula: visits ~ x + z | city + year, vcov: iid");
        assertThat(weighted.coefficients().get(0).estimate())
                .isCloseTo(copied.coefficients().get(0).estimate(), within(1e-10));
    }

    @Test
    void anExposureIsAnOffsetInLogarithms() {
        Fit exposure = estimate("model: poisson, formula: visits ~ x | city, vcov: iid, exposure: w");
        Fit offset = estimate("model: poisson, formula: visits ~ x | city, vcov: iid, offset: log(w)");
        assertThat(exposure.coefficients()).isEqualTo(offset.coefficients());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "model: poisson, formula: visits ~ x + z | city + year, vcov: cluster, cluster: [city]",
                "model: logit, formula: yes ~ x + z | city, vcov: hc1",
                "model: iv, formula: u ~ 1 | city + year | x ~ z, vcov: cluster, cluster: [city]",
            })
    void anyNumberOfThreadsGivesTheSameBytes(String spec) {
        assertThat(FitJson.write(estimate(spec, 1))).isEqualTo(FitJson.write(estimate(spec, 2)));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "model: poisson, formula: minus ~ x, vcov: iid; CB0581; is negative in 600 rows",
                "model: logit, formula: visits ~ x, vcov: iid; CB0581; has values other than 0 and 1",
                "model: logit, formula: lone ~ lifts, vcov: iid; CB0582; predict every outcome",
                "model: iv, formula: u ~ x | city | z ~ I(2 * x), vcov: iid; CB0580; is not identified",
                "model: iv, formula: u ~ z | city | x ~ I(x + z), vcov: iid; CB0584; give `x` exactly",
                "model: iv, formula: u ~ 1 | x + z ~ w, vcov: iid; CB0580; 2 endogenous columns and 1 instruments",
                "model: iv, formula: u ~ 1 | x ~ z + z^2 + w, vcov: cluster, cluster: [lone]; CB0580; first stages is singular",
                "model: iv, formula: u ~ x | city | x ~ w, vcov: iid; CB0111; is an exogenous regressor and cannot be",
                "model: poisson, formula: visits ~ x, vcov: cr2, cluster: [city]; CB0110; is not there for model",
            })
    void whatCannotBeEstimatedSaysWhy(String spec, String code, String message) {
        CanbaoException thrown = catchThrowableOfType(CanbaoException.class, () -> estimate(spec));
        assertThat(thrown.diagnostics().get(0).code().id()).isEqualTo(code);
        assertThat(thrown.diagnostics().get(0).message()).contains(message);
    }

    @Test
    void overidentificationIsTestedWhereThereIsSomethingToTest() {
        IvFit exact = (IvFit) estimate("model: iv, formula: u ~ 1 | city | x ~ z, vcov: hc1");
        assertThat(exact.tests().exactlyIdentified()).isTrue();
        assertThat(exact.tests().hansen()).isEmpty();
        assertThat(FitJson.write(exact))
                .contains("\"exactly_identified\" : true")
                .doesNotContain("hansen_j");
        IvFit over = (IvFit) estimate("model: iv, formula: u ~ 1 | city | x ~ z + z^2 + z:w, vcov: hc1");
        assertThat(over.tests().hansen().orElseThrow().df()).isEqualTo(2);
        IvFit homoskedastic = (IvFit) estimate("model: iv, formula: u ~ 1 | city | x ~ z + z^2 + z:w, vcov: iid");
        assertThat(homoskedastic.tests().hansen()).isEmpty();
        assertThat(homoskedastic.tests().overidentified()).isPresent();
    }

    private Fit estimate(String spec) {
        return estimate(spec, 2);
    }

    private Fit estimate(String spec, int threads) {
        return Estimators.estimate(
                SpecReader.read("{" + spec + "}", "spec.yaml"),
                TestSamples.table(engine, "data"),
                new EstimationOptions(threads, EstimationPath.AUTO));
    }

    private static void assertSame(Fit one, Fit other, String name) {
        Coefficient a = one.coefficient(name).orElseThrow();
        Coefficient b = other.coefficient(name).orElseThrow();
        assertThat(a.estimate()).isCloseTo(b.estimate(), within(1e-9));
        assertThat(a.stdError()).isCloseTo(b.stdError(), within(1e-9));
    }
}
