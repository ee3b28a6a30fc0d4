package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.canbao.design.EstimationPath;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.CallawaySantannaFit;
import org.canbao.result.CallawaySantannaFit.Average;
import org.canbao.result.CallawaySantannaFit.Effect;
import org.canbao.result.CallawaySantannaFit.GroupTime;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must not change the numbers of group-time effects, and special cases that are known. */
class GroupTimePropertiesTest {
    private static final String ROWS = "outcome: y, cohort: g, time: year, control: not-yet-treated";
    private static final String CLUSTERED = ROWS + ", covariates: x1 + x2, cluster: city";
    private static final String PANEL = "outcome: y, cohort: g, time: t, unit: u, control: not-yet-treated";

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

    private static RandomPanel persons() {
        return RandomPanel.of(7, 30, 3000);
    }

    /** 240 units in six periods, four cohorts, a covariate that moves and one that does not. */
    private Sample panel() {
        engine.execute(
                "CREATE OR REPLACE TABLE panel AS SELECT *, x + 0.2 * t * x + coalesce(t >= g, false)::INT * (1 + 0.1 * t)"
                        + " + hash(u, t) % 1009 / 500.0 AS y FROM (SELECT u, t, nullif(3 + u % 4, 6) AS g, u % 12 AS c,"
                        + " hash(u, 5) % 1013 / 1013.0 + (u % 4) * 0.1 AS x, 1 + hash(u, 9) % 3 AS w FROM range(240) a(u), range(1, 7) b(t))");
        return TestSamples.table(engine, "panel");
    }

    private static CallawaySantannaFit fit(String keys, Sample sample) {
        return fit(keys, sample, 1);
    }

    private static CallawaySantannaFit fit(String keys, Sample sample, int threads) {
        return (CallawaySantannaFit) Estimators.estimate(
                SpecReader.read("{model: callaway-santanna, " + keys + "}", "spec.yaml"),
                sample,
                new EstimationOptions(threads, EstimationPath.AUTO));
    }

    private static List<Effect> effects(CallawaySantannaFit fit) {
        List<Effect> all = new ArrayList<>();
        fit.groupTimes().stream().map(GroupTime::effect).forEach(all::add);
        for (Average average : fit.averages()) {
            average.overall().ifPresent(all::add);
            average.by().forEach(point -> all.add(point.effect()));
        }
        return all;
    }

    /** Same estimates and standard errors, the second times {@code scale}. */
    private static void same(CallawaySantannaFit found, CallawaySantannaFit expected, double scale) {
        List<Effect> left = effects(found);
        List<Effect> right = effects(expected);
        assertThat(left).hasSameSizeAs(right);
        for (int i = 0; i < left.size(); i++) {
            double error = right.get(i).stdError() * scale;
            assertThat(left.get(i).estimate()).isCloseTo(right.get(i).estimate() * scale, offset(1e-8 * error));
            assertThat(left.get(i).stdError()).isCloseTo(error, withPercentage(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"dr", "reg", "ipw"})
    void theOrderOfRowsDoesNotMatter(String method) {
        String keys = ROWS + ", covariates: x1 + x2, method: " + method;
        same(
                fit(keys, persons().shuffled(3).load(engine, folder)),
                fit(keys, persons().load(engine, folder)),
                1);
    }

    @Test
    void aJackknifeKnowsNeitherOrderNorNames() {
        String keys = CLUSTERED + ", inference: jackknife";
        RandomPanel persons = RandomPanel.of(7, 14, 1500);
        CallawaySantannaFit expected = fit(keys, persons.load(engine, folder));
        same(fit(keys, persons.shuffled(3).load(engine, folder)), expected, 1);
        RandomPanel renamed = persons.map(row -> row.with(row.x1(), row.w(), 1000 - 7 * row.city()));
        same(fit(keys, renamed.load(engine, folder)), expected, 1);
        same(fit(keys.replace("outcome: y", "outcome: I(100 * y)"), TestSamples.table(engine, "data")), expected, 100);
    }

    @ParameterizedTest
    @CsvSource({"dr", "reg", "ipw"})
    void scalesOfWeightsAndCovariatesDoNotMatter(String method) {
        Sample sample = persons().load(engine, folder);
        String keys = ROWS + ", method: " + method + ", weights: w, covariates: ";
        engine.execute("ALTER TABLE data ADD COLUMN w7 DOUBLE");
        engine.execute("UPDATE data SET w7 = 7 * w");
        CallawaySantannaFit expected = fit(keys + "x1 + x2", sample);
        Sample with = TestSamples.table(engine, "data");
        same(fit(keys + "I(2000 - 40 * x1) + I(x1 + x2)", with), expected, 1);
        same(fit(keys.replace("weights: w", "weights: w7") + "x1 + x2", with), expected, 1);
    }

    @Test
    void theOutcomesUnitScalesEverything() {
        Sample sample = persons().load(engine, folder);
        same(fit(CLUSTERED.replace("outcome: y", "outcome: I(100 * y)"), sample), fit(CLUSTERED, sample), 100);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dr", "reg", "ipw"})
    void aWeightOfTwoIsACopyInTheSameCluster(String method) {
        RandomPanel persons = persons();
        List<RandomPanel.Row> copies =
                persons.rows().stream().filter(row -> row.id() % 3 == 0).toList();
        Sample copied = persons.plus(copies).load(engine, folder);
        String keys = CLUSTERED + ", method: " + method;
        CallawaySantannaFit expected = fit(keys, copied);
        Sample weighted = persons.map(row -> row.with(row.x1(), row.id() % 3 == 0 ? 2 : 1, row.city()))
                .load(engine, folder);
        same(fit(keys + ", weights: w", weighted), expected, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"dr", "reg", "ipw"})
    void aPanelsWeightsAreCopiesOfUnits(String method) {
        Sample sample = panel();
        String keys = PANEL + ", covariates: x, method: " + method;
        CallawaySantannaFit weighted = fit(keys + ", cluster: c, weights: w", sample);
        engine.execute("CREATE OR REPLACE TABLE copies AS SELECT * REPLACE (u * 10 + k AS u)"
                + " FROM panel, range(3) r(k) WHERE k < w");
        CallawaySantannaFit copies = fit(keys + ", cluster: c", TestSamples.table(engine, "copies"));
        assertThat(copies.n()).isGreaterThan(weighted.n());
        same(weighted, copies, 1);
    }

    @Test
    void namesOfUnitsDoNotMatter() {
        CallawaySantannaFit expected = fit(PANEL + ", covariates: x", panel());
        engine.execute("CREATE OR REPLACE TABLE named AS SELECT * REPLACE ('unit ' || (1000 - u) AS u) FROM panel");
        same(fit(PANEL + ", covariates: x", TestSamples.table(engine, "named")), expected, 1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "inference: analytic",
                "inference: bootstrap, draws: 50, cluster: city",
                "inference: bootstrap, draws: 20",
                "inference: jackknife, cluster: city"
            })
    void threadsDoNotChangeABit(String inference) {
        Sample sample = persons().load(engine, folder);
        String keys = ROWS + ", covariates: x1 + x2, " + inference;
        assertThat(fit(keys, sample, 3)).isEqualTo(fit(keys, sample, 1));
    }

    @Test
    void twoCohortsAndTwoPeriodsAreOneInteraction() {
        Sample sample = persons().load(engine, folder);
        String where = "year IN (2014, 2015) AND (g IS NULL OR g = 2015)";
        CallawaySantannaFit found = fit(ROWS + ", where: \"" + where + "\"", sample);
        Fit ols = Estimators.estimate(
                SpecReader.read(
                        "{model: ols, formula: 'y ~ I(year - 2014) + i(flag2, ref = 0) + did', vcov: hc0, where: \""
                                + where + "\"}",
                        "ols.yaml"),
                withGroup(),
                EstimationOptions.DEFAULT);
        Coefficient did = ols.coefficient("did").orElseThrow();
        assertThat(found.groupTimes()).hasSize(1);
        assertThat(found.coefficients().get(0).estimate()).isCloseTo(did.estimate(), withPercentage(1e-9));
        assertThat(found.coefficients().get(0).stdError()).isCloseTo(did.stdError(), withPercentage(1e-9));
    }

    private Sample withGroup() {
        engine.execute("ALTER TABLE data ADD COLUMN flag2 INTEGER");
        engine.execute("UPDATE data SET flag2 = (g IS NOT NULL)::INTEGER");
        return TestSamples.table(engine, "data");
    }

    @Test
    void aPanelIsACrossSectionClusteredByUnit() {
        Sample sample = panel();
        CallawaySantannaFit expected = fit(PANEL, sample);
        CallawaySantannaFit found = fit(PANEL.replace("unit: u", "cluster: u"), sample);
        for (int i = 0; i < expected.groupTimes().size(); i++) {
            Effect e = expected.groupTimes().get(i).effect();
            Effect f = found.groupTimes().get(i).effect();
            assertThat(f.estimate()).isCloseTo(e.estimate(), offset(1e-12));
            assertThat(f.stdError()).isCloseTo(e.stdError(), withPercentage(1e-8));
        }
    }

    @Test
    void theBaseOnlyMattersBeforeTreatment() {
        Sample sample = panel();
        CallawaySantannaFit varying = fit(PANEL + ", covariates: x", sample);
        CallawaySantannaFit universal = fit(PANEL + ", covariates: x, base: universal", sample);
        assertThat(universal.reference()).containsExactly(-1);
        assertThat(universal.by()).noneMatch(at -> at.at() == -1);
        assertThat(varying.reference()).isEmpty();
        for (GroupTime one : varying.groupTimes()) {
            GroupTime other = universal.groupTimes().stream()
                    .filter(u -> u.group() == one.group() && u.time() == one.time())
                    .findFirst()
                    .orElseThrow();
            assertThat(one.time() >= one.group() ? other.effect() : one.effect())
                    .isEqualTo(one.effect());
            assertThat(other.base()).isEqualTo(one.group() - 1);
        }
        assertThat(universal.coefficients()).isEqualTo(varying.coefficients());
    }

    @ParameterizedTest
    @ValueSource(strings = {"mammen", "rademacher"})
    void theBootstrapAgreesWithInfluence(String multiplier) {
        Sample sample = RandomPanel.of(7, 200, 4000).load(engine, folder);
        CallawaySantannaFit analytic = fit(CLUSTERED, sample);
        CallawaySantannaFit drawn =
                fit(CLUSTERED + ", inference: bootstrap, draws: 4000, multiplier: " + multiplier, sample, 2);
        for (int i = 0; i < analytic.groupTimes().size(); i++) {
            Effect a = analytic.groupTimes().get(i).effect();
            Effect b = drawn.groupTimes().get(i).effect();
            assertThat(b.estimate()).isEqualTo(a.estimate());
            assertThat(b.stdError()).as("200 clusters, interquartile range").isCloseTo(a.stdError(), withPercentage(8));
        }
        for (Average average : drawn.averages()) {
            if (!average.by().isEmpty()) {
                assertThat(average.critical()).isBetween(2.0, 4.5);
                Effect first = average.by().get(0).effect();
                assertThat((first.confHigh() - first.estimate()) / first.stdError())
                        .isCloseTo(average.critical(), offset(1e-9));
            }
        }
        assertThat(drawn.simultaneous()).isTrue();
        assertThat(drawn.pretrend()).isEqualTo(analytic.pretrend());
    }

    @Test
    void meansOfClustersAreSumsWhereClustersAreEqual() {
        Sample sample = panel();
        String keys = PANEL + ", covariates: x, cluster: c";
        same(fit(keys + ", cluster_influence: mean", sample), fit(keys, sample), 1);
        engine.execute("DELETE FROM panel WHERE u % 12 = 3 AND u > 60");
        Sample unequal = TestSamples.table(engine, "panel");
        double mean = fit(keys + ", cluster_influence: mean", unequal)
                .coefficients()
                .get(0)
                .stdError();
        assertThat(mean / fit(keys, unequal).coefficients().get(0).stdError()).isNotCloseTo(1, offset(1e-3));
    }

    @Test
    void windowsLeaveEventTimesOut() {
        Sample sample = panel();
        CallawaySantannaFit all = fit(PANEL, sample);
        assertThat(all.by()).extracting(Fit.AtTime::at).containsExactly(-3, -2, -1, 0, 1, 2, 3);
        CallawaySantannaFit some = fit(PANEL + ", min_e: -2, max_e: 1", sample);
        assertThat(some.by()).isEqualTo(all.by().subList(1, 5));
        double mean = (all.by().get(3).estimate() + all.by().get(4).estimate()) / 2;
        assertThat(some.coefficient("att_dynamic").orElseThrow().estimate()).isCloseTo(mean, offset(1e-12));
        CallawaySantannaFit balanced = fit(PANEL + ", balance_e: 2", sample);
        assertThat(balanced.by()).extracting(Fit.AtTime::at).containsExactly(-2, -1, 0, 1, 2);
        double ofTwoCohorts = all.groupTimes().stream()
                .filter(one -> one.group() < 5 && one.time() == one.group() + 2)
                .mapToDouble(one -> one.effect().estimate())
                .average()
                .orElseThrow();
        assertThat(balanced.by().get(4).estimate())
                .as("cohorts 3 and 4 have 60 units each")
                .isCloseTo(ofTwoCohorts, offset(1e-12));
    }

    @Test
    void theCovarianceByEventTimeHasTheStandardErrors() {
        CallawaySantannaFit fit = fit(PANEL + ", covariates: x, base: universal, cluster: c", panel());
        assertThat(fit.covariance()).hasSameSizeAs(fit.by());
        double post = 0;
        int after = 0;
        for (int i = 0; i < fit.by().size(); i++) {
            double error = fit.by().get(i).stdError();
            assertThat(fit.covariance().get(i).get(i)).isCloseTo(error * error, withPercentage(1e-9));
            after += fit.by().get(i).at() >= 0 ? 1 : 0;
            for (int j = 0; j < fit.by().size(); j++) {
                assertThat(fit.covariance().get(i).get(j))
                        .isEqualTo(fit.covariance().get(j).get(i));
                post += fit.by().get(i).at() >= 0 && fit.by().get(j).at() >= 0
                        ? fit.covariance().get(i).get(j)
                        : 0;
            }
        }
        assertThat(Math.sqrt(post) / after)
                .isCloseTo(fit.average().orElseThrow().stdError(), withPercentage(1e-9));
    }

    @Test
    void theChosenAverageComesFirst() {
        Sample sample = panel();
        CallawaySantannaFit fit = fit(PANEL + ", aggregate: group", sample);
        assertThat(fit.coefficients())
                .extracting(Coefficient::name)
                .containsExactly("att", "att_simple", "att_dynamic", "att_calendar");
        assertThat(fit.coefficients().get(0).estimate())
                .isEqualTo(fit.averages().get(2).overall().orElseThrow().estimate());
    }
}
