package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.RdDensityFit;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdDensityEstimatorTest {
    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(2, folder);
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** Ages in years with a hump left of 65, so that many rows share a value. */
    private Sample ages(int rows) {
        engine.execute("CREATE OR REPLACE TABLE ages AS SELECT i AS id, floor(40 + 50 * (0.5 + 0.5 * sin(i * 12.9898) *"
                + " cos(i * 4.1414))) AS age FROM range(" + rows + ") AS t(i)");
        return TestSamples.table(engine, "ages");
    }

    @Test
    void countsOfRowsAreTheirRows() {
        Sample rows = ages(5000);
        RdDensityFit one = fit("running: age, cutoff: 65, least_values: 5", rows);
        engine.execute(
                "CREATE TABLE counted AS SELECT age, id % 3 AS part, count(*) AS persons FROM ages GROUP BY ALL");
        RdDensityFit counted = fit(
                "running: age, cutoff: 65, least_values: 5, frequencies: persons",
                TestSamples.table(engine, "counted"));
        assertThat(counted.n()).isEqualTo(5000);
        assertThat(counted.statistic()).isEqualTo(one.statistic());
        assertThat(counted.histogram()).isEqualTo(one.histogram());
    }

    @Test
    void orderOfRowsUnitsAndOriginChangeNothing() {
        Sample sample = ages(3000);
        String asked = ", least_values: 5";
        RdDensityFit fit = fit("running: age, cutoff: 65" + asked, sample);
        engine.execute(
                "CREATE TABLE other AS SELECT (age - 65) * 12 + 1000 AS months FROM ages ORDER BY id * 7919 % 3001");
        RdDensityFit other = fit("running: months, cutoff: 1000" + asked, TestSamples.table(engine, "other"));
        assertThat(other.statistic()).isCloseTo(fit.statistic(), withPercentage(1e-7));
        assertThat(other.left().h()).isCloseTo(12 * fit.left().h(), withPercentage(1e-7));
        assertThat(other.right().density().estimate())
                .isCloseTo(fit.right().density().estimate() / 12, withPercentage(1e-7));
    }

    @Test
    void theCurveAtTheCutoffIsTheEstimateWithoutBiasCorrectionAndItsIntervalThatOfTheTest() {
        RdDensityFit fit = fit("running: age, cutoff: 65, least_values: 5", ages(4000));
        RdDensityFit.Point left = fit.curve().stream()
                .filter(p -> !p.right() && p.at() == 65)
                .findFirst()
                .orElseThrow();
        assertThat((left.confLow() + left.confHigh()) / 2)
                .isCloseTo(fit.left().density().estimate(), withPercentage(1e-8));
        assertThat((left.confHigh() - left.confLow()) / 2 / 1.959963984540054)
                .isCloseTo(fit.left().density().stdError(), withPercentage(1e-8));
        double share = fit.histogram().stream()
                .mapToDouble(b -> b.density() * (b.to() - b.from()))
                .sum();
        assertThat(share).isBetween(0.5, 1.0 + 1e-9);
        assertThat(fit.histogram())
                .allSatisfy(b -> assertThat(b.to() <= 65 || b.from() >= 65).isTrue());
    }

    @Test
    void findsUnitsThatMovedOver() {
        engine.execute(
                "CREATE TABLE moved AS SELECT CASE WHEN x BETWEEN -0.1 AND 0 AND i % 2 = 0 THEN -x ELSE x END AS x"
                        + " FROM (SELECT i, hash(i) / 18446744073709551616.0 * 2 - 1 AS x FROM range(3000) AS t(i))");
        RdDensityFit fit = fit("running: x, cutoff: 0", TestSamples.table(engine, "moved"));
        assertThat(fit.statistic()).isGreaterThan(3);
        assertThat(fit.binomial().get(0).pValue()).isLessThan(0.05);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "running: age, cutoff: 200 | is at or right of the cutoff 200",
                "running: age, cutoff: 1 | is left of the cutoff 1",
                "running: name, cutoff: 1 | running variable `name` is not numeric",
                "running: old, cutoff: 1 | column `old` is not in the sample",
                "running: age, cutoff: 65, h: 2, where: id < 200 | has no estimate: within the bandwidths are",
                "running: age, cutoff: 65, frequencies: half | gives a value of the running variable",
            })
    void saysWhatIsWrong(String asked, String message) {
        ages(400);
        engine.execute("CREATE TABLE bad AS SELECT *, 'x' AS name, 0.3 AS half FROM ages");
        assertThatThrownBy(() -> fit(asked, TestSamples.table(engine, "bad")))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining(message);
    }

    private static RdDensityFit fit(String asked, Sample sample) {
        return (RdDensityFit) Estimators.estimate(
                SpecReader.read("{model: rd-density, " + asked + "}", "s"), sample, EstimationOptions.DEFAULT);
    }
}
