package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.canbao.design.EstimationPath;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.CallawaySantannaFit;
import org.canbao.result.CallawaySantannaFit.Average;
import org.canbao.result.CallawaySantannaFit.Effect;
import org.canbao.result.CallawaySantannaFit.Gap;
import org.canbao.result.CallawaySantannaFit.GroupTime;
import org.canbao.result.CallawaySantannaFit.Point;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jackknife of group-time effects is what estimating anew without each cluster gives. */
class GroupTimeJackknifeTest {
    private static final String ROWS = "outcome: y, cohort: g, time: year, control: not-yet-treated, cluster: city";
    private static final String PANEL = "outcome: y, cohort: g, time: t, unit: u, control: not-yet-treated";

    private static final int CITIES = 14;
    private static final double FACTOR = (CITIES - 1.0) / CITIES;

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

    private static CallawaySantannaFit fit(String keys, Sample sample, int threads) {
        return (CallawaySantannaFit) Estimators.estimate(
                SpecReader.read("{model: callaway-santanna, " + keys + "}", "spec.yaml"),
                sample,
                new EstimationOptions(threads, EstimationPath.AUTO));
    }

    private static CallawaySantannaFit jackknife(String keys, Sample sample) {
        return fit(keys + ", inference: jackknife", sample, 1);
    }

    /** 24 units in six periods, cohorts 3, 4, 5 and never, in twelve clusters of one cohort each. */
    private Sample panel() {
        engine.execute("CREATE OR REPLACE TABLE panel AS SELECT *, x + 0.2 * t * x + coalesce(t >= g, false)::INT"
                + " + c * 0.1 * t + hash(u, t) % 1009 / 500.0 AS y FROM (SELECT u, t, nullif(3 + u % 4, 6) AS g,"
                + " u % 12 AS c, hash(u, 5) % 1013 / 1013.0 AS x, 1 + hash(u, 9) % 3 AS w"
                + " FROM range(72) a(u), range(1, 7) b(t))");
        return TestSamples.table(engine, "panel");
    }

    private Sample persons() {
        return RandomPanel.of(7, CITIES, 1000).load(engine, folder);
    }

    /** Everything that has a standard error, by name. */
    private static Map<String, Effect> effects(CallawaySantannaFit fit) {
        Map<String, Effect> all = new LinkedHashMap<>();
        for (GroupTime one : fit.groupTimes()) {
            all.put("att_gt " + one.group() + ":" + one.time(), one.effect());
        }
        for (Average average : fit.averages()) {
            average.overall().ifPresent(overall -> all.put("att_" + average.type(), overall));
            for (Point point : average.by()) {
                all.put("att_" + average.type() + " " + point.at(), point.effect());
            }
        }
        return all;
    }

    /** The fits without each cluster, from samples without its rows. */
    private List<CallawaySantannaFit> naive(String keys, Sample sample, String cluster, int clusters, int first) {
        return IntStream.range(first, first + clusters)
                .mapToObj(c -> fit(keys + ", where: \"" + cluster + " <> " + c + "\"", sample, 1))
                .toList();
    }

    private static void same(CallawaySantannaFit found, CallawaySantannaFit all, List<CallawaySantannaFit> without) {
        int clusters = without.size();
        Map<String, Effect> expected = effects(all);
        assertThat(found.gaps()).isEmpty();
        assertThat(effects(found).keySet()).isEqualTo(expected.keySet());
        double critical = TDistribution.of(clusters - 1).inverseSurvivalProbability(0.025);
        effects(found).forEach((name, effect) -> {
            double estimate = expected.get(name).estimate();
            double sum = 0;
            for (CallawaySantannaFit one : without) {
                double difference = effects(one).get(name).estimate() - estimate;
                sum += difference * difference;
            }
            double error = Math.sqrt(sum * (clusters - 1) / clusters);
            assertThat(effect.estimate()).as(name).isEqualTo(estimate);
            assertThat(effect.stdError()).as(name).isCloseTo(error, withPercentage(1e-8));
            assertThat(effect.confHigh()).as(name).isCloseTo(estimate + critical * error, offset(1e-8));
            assertThat(effect.pValue())
                    .as(name)
                    .isCloseTo(
                            2 * TDistribution.of(clusters - 1).survivalProbability(Math.abs(estimate / error)),
                            offset(1e-9));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", covariates: x1 + x2, method: dr",
                ", covariates: x1 + x2, method: reg, weights: w",
                ", covariates: x1 + x2, method: ipw, weights: w",
                ", base: universal, min_e: -2, max_e: 1",
                ", control: never-treated, anticipation: 1"
            })
    void crossSectionsAreEstimatedAnew(String further) {
        Sample sample = persons();
        String keys = further.contains("control") ? ROWS.replace(", control: not-yet-treated", "") : ROWS;
        keys += further;
        if (further.contains("universal")) {
            sameButReferences(keys, sample);
            return;
        }
        same(jackknife(keys, sample), fit(keys, sample, 1), naive(keys, sample, "city", CITIES, 1));
    }

    /** What is zero by definition has no standard error with either. */
    private void sameButReferences(String keys, Sample sample) {
        CallawaySantannaFit found = jackknife(keys, sample);
        List<CallawaySantannaFit> without = naive(keys, sample, "city", CITIES, 1);
        effects(found).forEach((name, effect) -> {
            double sum = without.stream()
                    .mapToDouble(one -> effects(one).get(name).estimate() - effect.estimate())
                    .map(d -> d * d)
                    .sum();
            if (sum == 0) {
                assertThat(effect.stdError()).as(name).isNaN();
            } else {
                assertThat(effect.stdError()).as(name).isCloseTo(Math.sqrt(FACTOR * sum), withPercentage(1e-8));
            }
        });
        assertThat(found.gaps()).isEmpty();
        assertThat(found.reference()).containsExactly(-1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ", max_e: 2",
                ", covariates: x, method: dr, weights: w, balance_e: 1"
            })
    void panelsAreEstimatedAnew(String further) {
        Sample sample = panel();
        String keys = PANEL + ", cluster: c" + further;
        same(jackknife(keys, sample), fit(keys, sample, 1), naive(keys, sample, "c", 12, 0));
    }

    @Test
    void withoutClustersThePanelsUnitsAreLeftOut() {
        Sample sample = only("u < 20");
        CallawaySantannaFit found = jackknife(PANEL, sample);
        same(found, fit(PANEL, sample, 1), naive(PANEL, sample, "u", 20, 0));
        assertThat(found.inference().clusters()).containsExactly(new Inference.Clusters("u", 20));
        assertThat(found.inference().vcov()).isEqualTo("jackknife");
        assertThat(found.inference().df()).isEqualTo(19);
        assertThat(found.inference().factor()).isEqualTo(19 / 20.0);
    }

    /** The pre-trend test is an F test of the effects before treatment with the covariance of their jackknife. */
    @Test
    void pretrendsAreTestedByF() {
        Sample sample = persons();
        List<CallawaySantannaFit> without = naive(ROWS, sample, "city", CITIES, 1);
        CallawaySantannaFit found = jackknife(ROWS, sample);
        int[] before = IntStream.range(0, found.groupTimes().size())
                .filter(k -> found.groupTimes().get(k).time() < found.groupTimes().get(k).group())
                .toArray();
        int q = before.length;
        double[][] v = new double[q][q];
        double[] a = new double[q];
        for (int i = 0; i < q; i++) {
            a[i] = found.groupTimes().get(before[i]).effect().estimate();
            for (int j = 0; j < q; j++) {
                for (CallawaySantannaFit one : without) {
                    v[i][j] += FACTOR * difference(one, found, before[i]) * difference(one, found, before[j]);
                }
            }
        }
        ArrayRealVector estimates = new ArrayRealVector(a);
        double f = estimates.dotProduct(
                        new LUDecomposition(new Array2DRowRealMatrix(v)).getSolver().solve(estimates))
                / q;
        Fit.WaldTest test = found.pretrend().orElseThrow();
        assertThat(test.statistic()).isCloseTo(f, withPercentage(1e-6));
        assertThat(test.df1()).isEqualTo(q);
        assertThat(test.df2()).isEqualTo(CITIES - 1);
        assertThat(test.pValue()).isCloseTo(FDistribution.of(q, CITIES - 1).survivalProbability(f), offset(1e-8));
    }

    private static double difference(CallawaySantannaFit one, CallawaySantannaFit other, int k) {
        return one.groupTimes().get(k).effect().estimate()
                - other.groupTimes().get(k).effect().estimate();
    }

    @Test
    void theCovarianceByEventTimeHasTheStandardErrors() {
        CallawaySantannaFit fit = jackknife(PANEL + ", base: universal, cluster: c", panel());
        double post = 0;
        int after = 0;
        for (int i = 0; i < fit.by().size(); i++) {
            double error = fit.by().get(i).stdError();
            assertThat(fit.covariance().get(i).get(i)).isCloseTo(error * error, withPercentage(1e-9));
            after += fit.by().get(i).at() >= 0 ? 1 : 0;
            for (int j = 0; j < fit.by().size(); j++) {
                boolean both = fit.by().get(i).at() >= 0 && fit.by().get(j).at() >= 0;
                post += both ? fit.covariance().get(i).get(j) : 0;
            }
        }
        assertThat(Math.sqrt(post) / after)
                .isCloseTo(fit.average().orElseThrow().stdError(), withPercentage(1e-9));
    }

    @Test
    void orderNamesAndThreadsDoNotMatter() {
        String keys = ROWS + ", covariates: x1 + x2, inference: jackknife";
        RandomPanel persons = RandomPanel.of(7, CITIES, 1000);
        CallawaySantannaFit expected = fit(keys, persons.load(engine, folder), 1);
        assertThat(fit(keys, TestSamples.table(engine, "data"), 3)).isEqualTo(expected);
        close(fit(keys, persons.shuffled(3).load(engine, folder), 1), expected);
        RandomPanel renamed = persons.map(row -> row.with(row.x1(), row.w(), 1000 - 7 * row.city()));
        close(fit(keys, renamed.load(engine, folder), 1), expected);
    }

    private static void close(CallawaySantannaFit found, CallawaySantannaFit expected) {
        Map<String, Effect> right = effects(expected);
        effects(found).forEach((name, effect) -> {
            double error = right.get(name).stdError();
            assertThat(effect.estimate()).as(name).isCloseTo(right.get(name).estimate(), offset(1e-8 * error));
            assertThat(effect.stdError()).as(name).isCloseTo(error, withPercentage(1e-6));
        });
    }

    /** Cohort 5 is cluster 2 alone: what is about it alone has no error, and says so; it has no weight where others are left. */
    @Test
    void aCohortOfOneClusterIsNamed() {
        Sample sample = only("c <> 6 AND c <> 10");
        CallawaySantannaFit found = jackknife(PANEL + ", cluster: c", sample);
        assertThat(found.gaps())
                .contains(
                        new Gap("att_gt 5:5", "2", "cohort 5 in 5: no treated left"),
                        new Gap("att_group 5", "2", "cohort 5 in 5: no treated left"))
                .extracting(Gap::estimate)
                .contains("att_dynamic -3")
                .doesNotContain("att_simple", "att_dynamic", "att_group", "att_calendar", "att_calendar 5");
        Map<String, Effect> effects = effects(found);
        assertThat(found.gaps()).allSatisfy(gap -> {
            assertThat(effects.get(gap.estimate()).estimate()).isFinite();
            assertThat(effects.get(gap.estimate()).stdError()).isNaN();
        });
        assertThat(found.pretrendReason()).contains("the effect on cohort 5 in 2 has no standard error");
        List<CallawaySantannaFit> without = IntStream.range(0, 12)
                .filter(c -> c != 6 && c != 10)
                .mapToObj(c -> fit(PANEL + ", cluster: c, where: \"c <> " + c + "\"", sample, 1))
                .toList();
        for (String name : List.of("att_simple", "att_group", "att_calendar 5")) {
            double sum = without.stream()
                    .mapToDouble(one -> effects(one).get(name).estimate()
                            - effects.get(name).estimate())
                    .map(d -> d * d)
                    .sum();
            assertThat(effects.get(name).stdError()).isCloseTo(Math.sqrt(0.9 * sum), withPercentage(1e-8));
        }
    }

    private Sample only(String where) {
        panel();
        engine.execute("CREATE OR REPLACE TABLE part AS SELECT * FROM panel WHERE " + where);
        return TestSamples.table(engine, "part");
    }

    /** Controls that are one cluster alone. */
    @Test
    void controlsOfOneClusterAreNamed() {
        CallawaySantannaFit found = jackknife(
                PANEL.replace("not-yet-treated", "never-treated") + ", cluster: c", only("c <> 7 AND c <> 11"));
        assertThat(found.gaps()).contains(new Gap("att_simple", "3", "cohort 3 in 3: no controls left"));
        assertThat(effects(found).values()).allSatisfy(effect -> assertThat(effect.stdError())
                .isNaN());
    }
}
