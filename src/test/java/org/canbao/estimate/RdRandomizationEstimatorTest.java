package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Inference;
import org.canbao.result.RdRandomizationFit;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdRandomizationEstimatorTest {
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

    /** Children by birth month -12 to 11; enrolment jumps by 0.3 at 0; {@code older} is balanced near it, {@code trend} not. */
    private Sample children() {
        engine.execute(
                "CREATE OR REPLACE TABLE children AS SELECT i AS id, i % 24 - 12 AS month, i // 24 % 3 AS district,"
                        + " CASE WHEN i % 24 >= 12 THEN 0.3 ELSE 0 END + 0.5 * sin(i * 37) + 0.05 * (i % 24 - 12) AS y,"
                        + " cos(i * 91) AS older, CASE WHEN abs(i % 24 - 11.5) > 4 THEN i % 24 ELSE 0 END + sin(i) AS trend,"
                        + " 'x' AS name FROM range(960) AS t(i)");
        return TestSamples.table(engine, "children");
    }

    @Test
    void wholeMonthsAreTreatedOrNot() {
        RdRandomizationFit fit = fit("window: [-4, 3], unit: month", children());
        assertThat(fit.design().units()).isEqualTo(8);
        assertThat(fit.design().enumerated()).isTrue();
        assertThat(fit.design().draws()).isEqualTo(70);
        assertThat(fit.n()).isEqualTo(320);
        assertThat(fit.tests().get(0).pValue()).isGreaterThanOrEqualTo(1 / 70.0);
        double difference = mean("month BETWEEN 0 AND 3") - mean("month BETWEEN -4 AND -1");
        assertThat(fit.coefficients().get(0).estimate()).isCloseTo(difference, within(1e-12));
        assertThat(fit.inference().lost()).containsExactly(new Inference.Loss("window: month", 640));
    }

    private double mean(String where) {
        double[] mean = new double[1];
        engine.query("SELECT avg(y) FROM children WHERE " + where, chunk -> chunk.doubles(0, mean, 0));
        return mean[0];
    }

    @Test
    void theAdjustmentTakesTheTrendAway() {
        RdRandomizationFit plain = fit("window: 6, statistic: [diffmeans, ranksum]", children());
        RdRandomizationFit adjusted = fit("window: 6, order: 1", children());
        assertThat(plain.coefficients().get(0).estimate()).isGreaterThan(0.5);
        assertThat(adjusted.coefficients().get(0).estimate()).isCloseTo(0.3, within(0.12));
        assertThat(plain.tests().get(0).asymptotic()).isLessThan(1e-6);
        assertThat(adjusted.tests().get(0).asymptotic()).isNaN();
    }

    @Test
    void orderOfRowsChangesOnlyWhoIsDrawnAndUnitsNothing() {
        Sample sample = children();
        String asked = "window: [-3, 2], unit: month, within: district";
        engine.execute("CREATE OR REPLACE TABLE cells AS SELECT *, month * 10 + district AS cell FROM children");
        RdRandomizationFit fit =
                fit("window: [-3, 2], unit: cell, within: district", TestSamples.table(engine, "cells"));
        engine.execute("CREATE TABLE other AS SELECT * REPLACE (1000 * y AS y) FROM cells ORDER BY id * 7919 % 961");
        RdRandomizationFit other =
                fit("window: [-3, 2], unit: cell, within: district", TestSamples.table(engine, "other"));
        assertThat(other.tests().get(0).pValue()).isEqualTo(fit.tests().get(0).pValue());
        assertThat(other.coefficients().get(0).estimate())
                .isCloseTo(1000 * fit.coefficients().get(0).estimate(), within(1e-8));
        assertThatThrownBy(() -> fit(asked, sample)).hasMessageContaining("several levels of `district`");
    }

    @Test
    void theWindowIsTheLargestWithBalance() {
        RdRandomizationFit fit =
                fit("select: {covariates: [older, trend], windows: 9}, unit: month, draws: 999", children());
        assertThat(fit.design().selected()).isTrue();
        assertThat(fit.windows()).hasSize(9);
        assertThat(fit.windows().get(8).least()).isLessThan(0.15);
        assertThat(fit.windows().get(8).covariate()).isEqualTo("trend");
        int chosen =
                (int) fit.windows().stream().takeWhile(w -> w.least() >= 0.15).count() - 1;
        assertThat(fit.design().high()).isEqualTo(fit.windows().get(chosen).high());
        assertThat(fit.windows().get(0).left()).isEqualTo(40);
        assertThat(fit.windows().get(0).binomial()).isEqualTo(1);
    }

    @Test
    void bernoulliDrawsLeaveOutThoseThatTreatAllOrNone() {
        RdRandomizationFit fit = fit("window: [-1, 0], unit: month, assignment: bernoulli, draws: 4", children());
        assertThat(fit.design().enumerated()).isTrue();
        assertThat(fit.tests().get(0).used()).isEqualTo(2);
        assertThat(fit.tests().get(0).pValue()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "window: 2, unit: district | has rows on both sides of the cutoff",
                "window: 0.5 | the window from -0.5 to 0.5 has 0 rows left of the cutoff and 40",
                "window: 2, outcome: name | column `name` is text",
                "window: 2, running: name | running variable `name` is not numeric",
                "window: 2, unit: nothing | column `nothing` is not in the sample",
                "select: {covariates: trend, values: 8}, unit: month | covariates are not balanced in the smallest window",
                "window: 2, select: {covariates: older} | `window` says what `select` is to find",
                "order: 1 | neither `window` nor `select` is there",
                "window: 2, probability: 0.5 | `probability` needs `assignment: bernoulli`",
                "window: 2, interval: {grid: [1, 0, 5]} | expected [from, to, how many]",
            })
    void saysWhatIsWrong(String asked, String message) {
        Sample sample = children();
        assertThatThrownBy(() -> fit(asked, sample))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining(message);
    }

    private static RdRandomizationFit fit(String asked, Sample sample) {
        String outcome = asked.contains("outcome:") ? "" : "outcome: y, ";
        String running = asked.contains("running:") ? "" : "running: month, ";
        return (RdRandomizationFit) Estimators.estimate(
                SpecReader.read("{model: rd-randomization, " + outcome + running + "cutoff: 0, " + asked + "}", "s"),
                sample,
                EstimationOptions.DEFAULT);
    }
}
