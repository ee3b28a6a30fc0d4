package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Code;
import org.canbao.engine.DuckDbEngine;
import org.canbao.estimate.RandomPanel.Row;
import org.canbao.math.CounterRandom;
import org.canbao.report.Labels;
import org.canbao.report.table.FitCsv;
import org.canbao.report.table.FitText;
import org.canbao.report.table.TableContext;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.result.GroupDifferenceFit;
import org.canbao.result.GroupDifferenceFit.Difference;
import org.canbao.sample.Sample;
import org.canbao.spec.Lang;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupDifferenceEstimatorTest {
    private static final String REGRESSION = "model: ols, formula: y ~ x1 + z | year, vcov: cluster, cluster: city";

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

    /** Both tests against one regression with every column twice, once times the group. */
    @Test
    void oneRegressionWithEverythingTwice() {
        RandomPanel panel = RandomPanel.of(1, 15, 500);
        GroupDifferenceFit fit =
                estimate("spec: {" + REGRESSION + "}, group: x2, draws: 20", panel.load(engine, folder), 1);
        List<double[]> columns = new ArrayList<>();
        columns.add(
                panel.rows().stream().mapToDouble(r -> (1 - r.x2()) * r.x1()).toArray());
        columns.add(panel.rows().stream().mapToDouble(Row::x1).toArray());
        columns.add(panel.rows().stream().mapToDouble(r -> (1 - r.x2()) * r.z()).toArray());
        columns.add(panel.rows().stream().mapToDouble(Row::z).toArray());
        columns.addAll(DummyRegression.dummies(panel.rows(), Row::year, 0, r -> r.x2()));
        columns.addAll(DummyRegression.dummies(panel.rows(), Row::year, 0, r -> 1 - r.x2()));
        double[] ones = panel.rows().stream().mapToDouble(r -> 1).toArray();
        DummyRegression oracle = new DummyRegression(
                columns, ones, panel.rows().stream().mapToDouble(Row::y).toArray());
        int[] city = panel.rows().stream().mapToInt(Row::city).toArray();
        for (int j = 0; j < 2; j++) {
            Difference d = fit.differences().get(j);
            double meat = oracle.clustered(2 * j, city) * 15 / 14;
            assertThat(d.difference()).isCloseTo(oracle.b[2 * j], withPercentage(1e-7));
            assertThat(d.second().estimate()).isCloseTo(oracle.b[2 * j + 1], withPercentage(1e-7));
            assertThat(d.chow().orElseThrow().stdError())
                    .isCloseTo(Math.sqrt(meat * 499 / (500 - 16)), withPercentage(1e-7));
            Coefficient stacked = d.stacked().orElseThrow();
            assertThat(stacked.stdError()).isCloseTo(Math.sqrt(meat), withPercentage(1e-7));
            assertThat(stacked.pValue())
                    .isCloseTo(
                            2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(stacked.statistic())),
                            within(1e-12));
        }
        assertThat(fit.values()).containsExactly("0", "1");
        assertThat(fit.n()).isEqualTo(500);
        assertThat(fit.remarks()).isEmpty();
    }

    /** Without clusters the stacked variance is the sum of both robust ones. */
    @Test
    void robust() {
        RandomPanel panel = RandomPanel.of(2, 15, 400);
        GroupDifferenceFit fit = estimate(
                "spec: {model: ols, formula: y ~ x1, vcov: hc1}, group: x2, draws: 5", panel.load(engine, folder), 1);
        double variance = 0;
        for (int g = 0; g < 2; g++) {
            int group = g;
            List<Row> rows = panel.rows().stream().filter(r -> r.x2() == group).toList();
            DummyRegression own = new DummyRegression(
                    List.of(
                            rows.stream().mapToDouble(Row::x1).toArray(),
                            rows.stream().mapToDouble(r -> 1).toArray()),
                    rows.stream().mapToDouble(r -> 1).toArray(),
                    rows.stream().mapToDouble(Row::y).toArray());
            variance += own.hetero(0, 0);
        }
        assertThat(fit.differences().get(0).stacked().orElseThrow().stdError())
                .isCloseTo(Math.sqrt(variance * 400 / 399), withPercentage(1e-7));
        assertThat(fit.differences().get(0).chow().orElseThrow().stdError())
                .isCloseTo(Math.sqrt(variance * 400 / 396), withPercentage(1e-7));
    }

    /** Draws of units, each estimated again from a table in which the units have the drawn groups. */
    @Test
    void unitsExchangeGroups() {
        RandomPanel.of(3, 12, 600).load(engine, folder);
        engine.execute("ALTER TABLE data ADD COLUMN arm INTEGER");
        engine.execute("UPDATE data SET arm = CASE WHEN city <= 5 THEN 7 ELSE 8 END");
        Sample sample = TestSamples.table(engine, "data");
        GroupDifferenceFit fit = estimate(
                "spec: {" + REGRESSION + "}, group: arm, unit: city, coefficient: x1, draws: 30, seed: 3", sample, 1);
        Difference d = fit.differences().get(0);
        for (int draw : new int[] {0, 17}) {
            int[] order = new CounterRandom(3, "spec", draw).permutation(12);
            StringBuilder first = new StringBuilder("0");
            for (int i = 0; i < 5; i++) {
                first.append(", ").append(order[i] + 1);
            }
            engine.execute("CREATE OR REPLACE TABLE drawn AS SELECT * REPLACE (CASE WHEN city IN (" + first
                    + ") THEN 7 ELSE 8 END AS arm) FROM data");
            Sample drawn = TestSamples.table(engine, "drawn");
            assertThat(d.draws().get(draw))
                    .isCloseTo(separately(drawn, 7) - separately(drawn, 8), withPercentage(1e-7));
        }
        long extreme = d.draws().stream()
                .filter(x -> Math.abs(x) >= Math.abs(d.difference()))
                .count();
        long farther = d.draws().stream()
                .filter(x -> x * Math.signum(d.difference()) >= Math.abs(d.difference()))
                .count();
        assertThat(d.pValue()).isEqualTo((extreme + 1) / 31.0);
        assertThat(d.oneSided()).isEqualTo(farther / 30.0);
    }

    private static double separately(Sample sample, int arm) {
        Fit fit = Estimators.estimate(
                SpecReader.read("{" + REGRESSION + ", where: 'arm = " + arm + "'}", "s"),
                sample,
                EstimationOptions.DEFAULT);
        return fit.coefficient("x1").orElseThrow().estimate();
    }

    /** An effect of 2 against none is found by every test; in rows and by the bootstrap, on any number of threads. */
    @Test
    void aLargeDifferenceIsFound() {
        RandomPanel panel = RandomPanel.of(4, 20, 600)
                .map(r -> new Row(
                        r.id(),
                        r.city(),
                        r.year(),
                        r.cohort(),
                        r.x1(),
                        r.x2(),
                        r.z(),
                        r.w(),
                        r.y() + 2 * r.x2() * r.z()));
        Sample sample = panel.load(engine, folder);
        for (String resample : List.of("permute", "bootstrap")) {
            String spec = "spec: {" + REGRESSION + "}, group: x2, draws: 99, resample: " + resample;
            GroupDifferenceFit fit = estimate(spec, sample, 1);
            assertThat(estimate(spec, sample, 3)).isEqualTo(fit);
            Difference z = fit.differences().get(1);
            assertThat(z.difference()).isCloseTo(-2, within(1.0));
            assertThat(z.pValue()).isEqualTo(0.01);
            assertThat(z.oneSided()).isZero();
            assertThat(z.chow().orElseThrow().pValue()).isLessThan(0.01);
            assertThat(fit.differences().get(0).pValue())
                    .as("x1 does not differ")
                    .isGreaterThan(0.02);
            assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
            TableContext context = new TableContext(Labels.NAMES, Optional.empty(), false);
            assertThat(FitText.render(fit, context, Lang.EN)).contains("Differences between x2 = 0 and 1");
            assertThat(FitCsv.render(fit))
                    .contains("\nchow,x1,")
                    .contains("\nstacked,z,")
                    .contains("\nempirical,z,");
        }
    }

    @Test
    void whatDoesNotFitIsSaid() {
        Sample sample = RandomPanel.of(5, 12, 300).load(engine, folder);
        assertThat(code("spec: {" + REGRESSION + "}, group: province", sample)).isEqualTo(EstimateCode.NOT_TWO_GROUPS);
        assertThat(code("spec: {" + REGRESSION + "}, group: x2, unit: city", sample))
                .isEqualTo(EstimateCode.UNIT_IN_BOTH_GROUPS);
        assertThat(code("spec: {" + REGRESSION + "}, group: x2, coefficient: x9", sample))
                .isEqualTo(EstimateCode.NO_COEFFICIENT);
    }

    private static Code code(String spec, Sample sample) {
        return catchThrowableOfType(CanbaoException.class, () -> estimate(spec, sample, 1))
                .diagnostics()
                .get(0)
                .code();
    }

    private static GroupDifferenceFit estimate(String spec, Sample sample, int threads) {
        return (GroupDifferenceFit) Estimators.estimate(
                SpecReader.read("{model: group-difference, " + spec + "}", "spec"),
                sample,
                new EstimationOptions(threads, EstimationPath.AUTO));
    }
}
