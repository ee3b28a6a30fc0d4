package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RdPolynomialEstimatorTest {
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

    /** Persons with a birth month {@code m} from 30 to 109, treated from 72 on. */
    private Sample persons(long seed) {
        RandomPanel.of(seed, 20, 3000).load(engine, folder);
        engine.execute("CREATE OR REPLACE TABLE rd AS SELECT *, 30 + (id * 7919 + city) % 80 AS m FROM data");
        engine.execute("ALTER TABLE rd ADD COLUMN d DOUBLE");
        engine.execute("ALTER TABLE rd ADD COLUMN v DOUBLE");
        engine.execute("UPDATE rd SET d = CAST(m >= 72 AS INTEGER), v = y + 2 * CAST(m >= 72 AS INTEGER)"
                + " + sin(m / 20.0) + 1e-4 * (m - 60) * (m - 60)");
        return TestSamples.table(engine, "rd");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void orderZeroIsTheDifferenceOfMeans(long seed) {
        Sample sample = persons(seed);
        Fit.RdPolynomial fit = fit("order: 0, sides: separate, vcov: iid", sample);
        Coefficient expected = ols("v ~ d", "", "iid", sample).coefficient("d").orElseThrow();
        same(fit.jump(), expected, 1);
        assertThat(fit.untreated().rows()).isEqualTo(engine.count("SELECT count(*) FROM rd WHERE m < 72"));
        assertThat(fit.treated().rows()).isEqualTo(engine.count("SELECT count(*) FROM rd WHERE m >= 72"));
        assertThat(fit.untreated().mean())
                .isCloseTo(
                        ols("v ~ d", "", "iid", sample)
                                .coefficient("intercept")
                                .orElseThrow()
                                .estimate(),
                        withPercentage(1e-8));
        assertThat(fit.treated().mean() - fit.untreated().mean()).isCloseTo(expected.estimate(), withPercentage(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"1,1", "2,2", "3,3", "4,4"})
    void separateSidesAreTwoRegressions(long seed, int order) {
        Sample sample = persons(seed);
        Fit.RdPolynomial fit = fit("order: " + order + ", sides: separate, vcov: hc0", sample);
        StringBuilder terms = new StringBuilder();
        for (int degree = 1; degree <= order; degree++) {
            terms.append(degree == 1 ? "" : " + ")
                    .append("I((m - 72)^")
                    .append(degree)
                    .append(")");
        }
        Coefficient left = intercept("v ~ " + terms, "m < 72", sample);
        Coefficient right = intercept("v ~ " + terms, "m >= 72", sample);
        assertThat(fit.untreated().mean()).isCloseTo(left.estimate(), withPercentage(1e-7));
        assertThat(fit.treated().mean()).isCloseTo(right.estimate(), withPercentage(1e-7));
        assertThat(fit.jump().stdError())
                .isCloseTo(Math.hypot(left.stdError(), right.stdError()), withPercentage(1e-7));
    }

    @ParameterizedTest
    @CsvSource({"0,common", "1,common", "2,separate", "3,common", "3,separate", "4,common", "4,separate"})
    void shiftsAndUnitsOfTheRunningVariableChangeNothing(int order, String sides) {
        Sample sample = persons(5);
        engine.execute("ALTER TABLE rd ADD COLUMN far DOUBLE");
        engine.execute("ALTER TABLE rd ADD COLUMN small DOUBLE");
        engine.execute("UPDATE rd SET far = m + 1000000, small = m / 1024.0");
        Sample more = TestSamples.table(engine, "rd");
        String asked = "order: " + order + ", sides: " + sides
                + ", vcov: cluster, cluster: [m], small_sample: {g_adjust: true}";
        Fit.RdPolynomial fit = fit(asked, sample);
        same(fit("running: far, cutoff: 1000072, " + asked, more).jump(), fit.jump(), 1);
        same(fit("running: small, cutoff: 0.0703125, " + asked, more).jump(), fit.jump(), 1);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void momentsAndRowsAgree(int order) {
        Sample sample = persons(6);
        String asked = "order: " + order
                + ", sides: separate, controls: x1, fixed_effects: [city], weights: w, vcov: cluster, cluster: [city]";
        Fit.RdPolynomial moments = fit(asked, sample, EstimationPath.MOMENTS);
        Fit.RdPolynomial rows = fit(asked, sample, EstimationPath.ROWS);
        same(moments.jump(), rows.jump(), 1);
        assertThat(moments.untreated().mean()).isCloseTo(rows.untreated().mean(), withPercentage(1e-7));
    }

    @Test
    void theOutcomeScalesTheJump() {
        Sample sample = persons(7);
        Fit.RdPolynomial fit = fit("order: 2, sides: common, vcov: hc1", sample);
        same(
                fit("outcome: v * 1000, order: 2, sides: common, vcov: hc1", sample)
                        .jump(),
                fit.jump(),
                1000);
    }

    @Test
    void theLeftSideIsTheOther() {
        Sample sample = persons(8);
        Fit.RdPolynomial right = fit("order: 1, sides: separate, vcov: hc1", sample);
        Fit.RdPolynomial left = fit("order: 1, sides: separate, side: left, vcov: hc1", sample);
        same(left.jump(), right.jump(), -1);
        assertThat(left.untreated().mean()).isCloseTo(right.treated().mean(), withPercentage(1e-8));
        assertThat(left.treated().rows()).isEqualTo(right.untreated().rows());
    }

    @Test
    void namesTheTermsOfThePolynomial() {
        Fit.RdPolynomial fit = fit("order: 2, sides: separate, vcov: hc1", persons(9));
        assertThat(fit.polynomial()).containsExactly("(m - 72)", "(m - 72)^2", "jump:(m - 72)", "jump:(m - 72)^2");
        assertThat(fit.regression().coefficients())
                .extracting(Coefficient::name)
                .containsExactly("intercept", "jump", "(m - 72)", "(m - 72)^2", "jump:(m - 72)", "jump:(m - 72)^2");
    }

    @Test
    void controlsAndEffectsAreThoseOfLeastSquares() {
        Sample sample = persons(10);
        Fit.RdPolynomial fit = fit(
                "order: 1, sides: common, controls: x1 + x2, fixed_effects: [city], vcov: cluster, cluster: [city]",
                sample);
        Coefficient expected = ols("v ~ d + m + x1 + x2 | city", "", "cluster, cluster: [city]", sample)
                .coefficient("d")
                .orElseThrow();
        same(fit.jump(), expected, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"window: 12", "window: [60, 84]"})
    void windowsLoseTheRowsOutside(String window) {
        Sample sample = persons(11);
        engine.execute("UPDATE rd SET m = NULL WHERE id <= 5");
        Fit.RdPolynomial fit = fit(window + ", order: 1, sides: common, vcov: hc1", sample);
        Fit.RdPolynomial where = fit("where: m BETWEEN 60 AND 84, order: 1, sides: common, vcov: hc1", sample);
        same(fit.jump(), where.jump(), 1);
        assertThat(fit.discontinuity().window()).containsExactly(60.0, 84.0);
        assertThat(fit.inference().lost())
                .containsExactly(
                        new Inference.Loss(
                                "window: m", engine.count("SELECT count(*) FROM rd WHERE m NOT BETWEEN 60 AND 84")),
                        new Inference.Loss("missing: m", 5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "cutoff: 200, order: 1, sides: common | no row of spec `spec` is at or right of the cutoff 200",
                "cutoff: 30, order: 1, sides: common | no row of spec `spec` is left of the cutoff 30",
                "cutoff: -4, order: 0, sides: separate | no row of spec `spec` is left of the cutoff -4",
                "where: m < 72, order: 0, sides: common | no row of spec `spec` is at or right of the cutoff 72",
                "window: [60, 73], order: 2, sides: separate | has 2 distinct values at or right of the cutoff, and order 2 needs 3",
                "window: [71, 73], order: 2, sides: common | has 3 distinct values, and order 2 needs 4",
                "running: province, order: 1, sides: common | running variable `province` is not numeric",
                "running: nothing, window: 9, order: 1, sides: common | nothing",
                "fixed_effects: [m], order: 1, sides: common | has no regressor left to estimate",
                "fixed_effects: [m], controls: x1, order: 1, sides: common | the discontinuity of spec `spec` has no estimate",
            })
    void saysWhatCannotBeEstimated(String asked, String message) {
        Sample sample = persons(12);
        assertThatThrownBy(() -> fit(asked + ", vcov: hc1", sample))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining(message);
    }

    @Test
    void infiniteValuesAreNamed() {
        persons(13);
        engine.execute(
                "CREATE TABLE endless AS SELECT * REPLACE (CASE WHEN id = 3 THEN 'infinity'::DOUBLE ELSE m END AS m) FROM rd");
        assertThatThrownBy(() -> fit("order: 1, sides: common, vcov: hc1", TestSamples.table(engine, "endless")))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("values that are not finite");
    }

    private static void same(Coefficient found, Coefficient expected, double scale) {
        double precision = 1e-8 * Math.abs(expected.stdError() * scale);
        assertThat(found.estimate()).isCloseTo(expected.estimate() * scale, offset(precision));
        assertThat(found.stdError()).isCloseTo(expected.stdError() * Math.abs(scale), offset(precision));
    }

    private static Coefficient intercept(String formula, String where, Sample sample) {
        return ols(formula, where, "hc0", sample).coefficient("intercept").orElseThrow();
    }

    private static Fit.Regression ols(String formula, String where, String vcov, Sample sample) {
        String condition = where.isEmpty() ? "" : ", where: '" + where + "'";
        return (Fit.Regression) Estimators.estimate(
                SpecReader.read("{model: ols, formula: '" + formula + "'" + condition + ", vcov: " + vcov + "}", "s"),
                sample,
                EstimationOptions.DEFAULT);
    }

    private static Fit.RdPolynomial fit(String asked, Sample sample) {
        return fit(asked, sample, EstimationPath.AUTO);
    }

    /** Fits outcome v, running variable m, cutoff 72, where {@code asked} does not say otherwise. */
    private static Fit.RdPolynomial fit(String asked, Sample sample, EstimationPath path) {
        String given = (asked.contains("outcome:") ? "" : "outcome: v, ")
                + (asked.contains("running:") ? "" : "running: m, ")
                + (asked.contains("cutoff:") ? "" : "cutoff: 72, ");
        return (Fit.RdPolynomial) Estimators.estimate(
                SpecReader.read("{model: rd-polynomial, " + given + asked + "}", "s"),
                sample,
                new EstimationOptions(2, path));
    }
}
