package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.result.OrderedFit;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Ordered outcomes: special cases, invariances, known truth, separation; reference cases hold the digits. */
class OrderedEstimatorTest {
    @TempDir
    Path folder;

    private DuckDbEngine engine;

    /** A latent 0.8 x - 0.5 d plus a logistic draw, cut at -1, 0.5 and 2. */
    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(2, folder);
        engine.execute("CREATE TABLE data AS SELECT *, (latent > -1)::INTEGER + (latent > 0.5)::INTEGER + (latent >"
                + " 2)::INTEGER AS y, (latent > 0.5)::INTEGER AS yes, 'a' AS name, i * 1.0 AS many,"
                + " CASE WHEN latent > 2 THEN i % 2 ELSE 0 END AS top FROM (SELECT i, x, d, city, w, 0.8 * x - 0.5 * d +"
                + " ln(u / (1 - u)) AS latent FROM (SELECT i, sin(i * 12.9898) AS x, i % 2 AS d, i % 23 AS city, 1 + i % 2"
                + " AS w, (i * 0.6180339887498949) % 1 * 0.999 + 0.0005 AS u FROM range(4000) AS t(i)))");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void findsTheTruth() {
        OrderedFit fit = fit("ordered-logit", "formula: y ~ x + d, vcov: hc1");
        assertThat(fit.coefficient("x").orElseThrow().estimate()).isEqualTo(0.8, within(0.12));
        assertThat(fit.coefficient("d").orElseThrow().estimate()).isEqualTo(-0.5, within(0.18));
        assertThat(fit.cuts()).extracting(Coefficient::name).containsExactly("0|1", "1|2", "2|3");
        assertThat(fit.cuts().get(0).estimate()).isEqualTo(-1, within(0.15));
        assertThat(fit.cuts().get(2).estimate()).isEqualTo(2, within(0.15));
        assertThat(fit.levels().stream().mapToLong(OrderedFit.Level::rows).sum()).isEqualTo(4000);
        assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
    }

    @Test
    void twoLevelsAreALogitWithTheCutForItsIntercept() {
        OrderedFit ordered = fit("ordered-logit", "formula: yes ~ x + d, vcov: iid");
        Fit logit = estimate("{model: logit, formula: yes ~ x + d, vcov: iid, small_sample: {k_adjust: false}}", 2);
        for (String name : new String[] {"x", "d"}) {
            Coefficient a = ordered.coefficient(name).orElseThrow();
            Coefficient b = logit.coefficient(name).orElseThrow();
            assertThat(a.estimate()).isEqualTo(b.estimate(), within(1e-10));
            assertThat(a.stdError()).isEqualTo(b.stdError(), within(1e-9));
        }
        Coefficient intercept = logit.coefficient("intercept").orElseThrow();
        assertThat(ordered.cuts().get(0).estimate()).isEqualTo(-intercept.estimate(), within(1e-10));
        assertThat(ordered.cuts().get(0).stdError()).isEqualTo(intercept.stdError(), within(1e-9));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ordered-logit", "ordered-probit"})
    void turningTheOrderAroundTurnsSigns(String model) {
        engine.execute("CREATE TABLE turned AS SELECT * REPLACE (-10 * y AS y) FROM data ORDER BY i * 7 % 4001");
        OrderedFit fit = fit(model, "formula: y ~ x + d, vcov: cluster, cluster: [city]");
        OrderedFit turned = (OrderedFit) Estimators.estimate(
                SpecReader.read(
                        "{model: " + model + ", formula: y ~ I(100 * x + 7) + d, vcov: cluster, cluster: [city]}", "s"),
                TestSamples.table(engine, "turned"),
                EstimationOptions.DEFAULT);
        assertThat(turned.logLikelihood()).isEqualTo(fit.logLikelihood(), within(1e-8));
        assertThat(100 * turned.coefficients().get(0).estimate())
                .isEqualTo(-fit.coefficients().get(0).estimate(), within(1e-10));
        assertThat(100 * turned.coefficients().get(0).stdError())
                .isEqualTo(fit.coefficients().get(0).stdError(), within(1e-10));
        assertThat(turned.coefficients().get(1).estimate())
                .isEqualTo(-fit.coefficients().get(1).estimate(), within(1e-10));
    }

    @Test
    void weightsOfTwoAreCopies() {
        OrderedFit weighted = fit("ordered-probit", "formula: y ~ x + d, vcov: iid, weights: w");
        engine.execute("INSERT INTO data SELECT * FROM data WHERE w = 2");
        OrderedFit copied = fit("ordered-probit", "formula: y ~ x + d, vcov: iid");
        assertThat(weighted.coefficients().get(0).estimate())
                .isEqualTo(copied.coefficients().get(0).estimate(), within(1e-10));
        assertThat(weighted.cuts().get(1).stdError())
                .isEqualTo(copied.cuts().get(1).stdError(), within(1e-10));
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytesAndCollinearColumnsAreNamed() {
        String spec = "{model: ordered-logit, formula: y ~ x + d + I(1 - d) + i(city), vcov: cluster, cluster: [city]}";
        OrderedFit fit = (OrderedFit) estimate(spec, 2);
        assertThat(FitJson.write(estimate(spec, 1))).isEqualTo(FitJson.write(fit));
        assertThat(fit.dropped()).extracting(Fit.Dropped::name).containsExactly("I(1 - d)");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "formula: y ~ x + top, vcov: iid ; the estimate of `top` still moved",
                "formula: many ~ x, vcov: iid ; has 4000 values, more than the 100 levels",
                "formula: name ~ x, vcov: iid ; column `name` is text",
                "formula: y ~ x, vcov: iid, where: y = 1 ; is constant in the",
                "formula: y ~ x | city, vcov: iid ; absorbs no effects",
                "formula: y ~ x, vcov: hc3 ; has no such covariance",
                "formula: y ~ x, vcov: cr2, cluster: [city] ; has no such covariance",
            })
    void saysWhatIsWrong(String asked, String message) {
        assertThatThrownBy(() -> fit("ordered-logit", asked))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining(message);
    }

    private OrderedFit fit(String model, String asked) {
        return (OrderedFit) estimate("{model: " + model + ", " + asked + "}", 2);
    }

    private Fit estimate(String spec, int threads) {
        return Estimators.estimate(
                SpecReader.read(spec, "spec"),
                TestSamples.table(engine, "data"),
                new EstimationOptions(threads, EstimationPath.AUTO));
    }
}
