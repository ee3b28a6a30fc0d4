package org.canbao.estimate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.ArrayRealVector;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.statistics.distribution.FDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.canbao.result.CallawaySantannaFit;
import org.canbao.result.CallawaySantannaFit.Average;
import org.canbao.result.CallawaySantannaFit.Effect;
import org.canbao.result.CallawaySantannaFit.Gap;
import org.canbao.result.CallawaySantannaFit.GroupTime;
import org.canbao.result.CallawaySantannaFit.Point;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.spec.CallawaySantanna;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The jackknife is what estimating anew from the rows without each cluster gives. */
class JackknifeTest {
    private static final String ROWS = "cluster: c, control: ";
    private static final String PANEL = "unit: u, " + ROWS;

    private static CallawaySantannaFit fit(String keys, ObservationReader.Read read) {
        return fit(keys, read, 1);
    }

    private static CallawaySantannaFit fit(String keys, ObservationReader.Read read, int threads) {
        CallawaySantanna spec = (CallawaySantanna) SpecReader.read(
                "{model: callaway-santanna, outcome: y, cohort: g, time: t, " + keys + "}", "spec.yaml");
        return CallawaySantannaEstimator.estimate(spec, read, threads);
    }

    private static CallawaySantannaFit jackknife(String keys, ObservationReader.Read read) {
        return fit(keys + ", inference: jackknife", read);
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

    /** The fits without each of the clusters. */
    private static List<CallawaySantannaFit> naive(String keys, ObservationReader.Read read, IntStream clusters) {
        return clusters.mapToObj(c -> fit(keys, ClusteredRows.without(read, c))).toList();
    }

    private static double variance(String name, double estimate, List<CallawaySantannaFit> without) {
        double sum = without.stream()
                .mapToDouble(one -> effects(one).get(name).estimate() - estimate)
                .map(difference -> difference * difference)
                .sum();
        return sum * (without.size() - 1) / without.size();
    }

    private static void check(String keys, ObservationReader.Read read, int clusters) {
        List<CallawaySantannaFit> without = naive(keys, read, IntStream.range(0, clusters));
        Map<String, Effect> expected = effects(fit(keys, read));
        CallawaySantannaFit found = jackknife(keys, read);
        TDistribution t = TDistribution.of(clusters - 1);
        assertThat(found.gaps()).isEmpty();
        assertThat(effects(found).keySet()).isEqualTo(expected.keySet());
        effects(found).forEach((name, effect) -> {
            double estimate = expected.get(name).estimate();
            double error = Math.sqrt(variance(name, estimate, without));
            assertThat(effect.estimate()).as(name).isEqualTo(estimate);
            if (error == 0) {
                assertThat(effect.stdError()).as("zero by definition: " + name).isNaN();
                return;
            }
            assertThat(effect.stdError()).as(name).isCloseTo(error, withPercentage(1e-8));
            double critical = t.inverseSurvivalProbability(0.025);
            assertThat(effect.confHigh()).as(name).isCloseTo(estimate + critical * error, offset(1e-10));
            double p = 2 * t.survivalProbability(Math.abs(estimate / error));
            assertThat(effect.pValue()).as(name).isCloseTo(p, offset(1e-10));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "not-yet-treated",
                "never-treated, anticipation: 1",
                "not-yet-treated, base: universal, min_e: -2, max_e: 1",
                "not-yet-treated, covariates: x, method: dr, weights: w",
                "not-yet-treated, covariates: x, method: reg",
                "never-treated, covariates: x, method: ipw, balance_e: 1"
            })
    void crossSectionsAndPanelsAreEstimatedAnew(String keys) {
        ClusteredRows rows = ClusteredRows.of(3, 8, keys.contains("covariates"));
        check(ROWS + keys, rows.draw(1, false), 18);
        check(PANEL + keys, rows.draw(2, true), 18);
    }

    @Test
    void withoutClustersThePanelsUnitsAreLeftOut() {
        ObservationReader.Read read = ClusteredRows.of(3, 1, false).draw(3, true);
        CallawaySantannaFit found = jackknife("unit: u, control: not-yet-treated", read);
        check("unit: u, control: not-yet-treated", read, 18);
        assertThat(found.inference().vcov()).isEqualTo("jackknife");
        assertThat(found.inference().clusters()).containsExactly(new Inference.Clusters("u", 18));
        assertThat(found.inference().df()).isEqualTo(17);
        assertThat(found.inference().factor()).isEqualTo(17 / 18.0);
    }

    /** The pre-trend test is an F test of the effects before treatment with the covariance of their jackknife. */
    @Test
    void pretrendsAreTestedByF() {
        ObservationReader.Read read = ClusteredRows.of(3, 8, false).draw(4, false);
        List<CallawaySantannaFit> without = naive(ROWS + "not-yet-treated", read, IntStream.range(0, 18));
        CallawaySantannaFit found = jackknife(ROWS + "not-yet-treated", read);
        int[] before = IntStream.range(0, found.groupTimes().size())
                .filter(k -> found.groupTimes().get(k).time()
                        < found.groupTimes().get(k).group())
                .toArray();
        int q = before.length;
        double[][] v = new double[q][q];
        double[] a = new double[q];
        for (int i = 0; i < q; i++) {
            a[i] = estimate(found, before[i]);
            for (int j = 0; j < q; j++) {
                for (CallawaySantannaFit one : without) {
                    v[i][j] += 17
                            / 18.0
                            * (estimate(one, before[i]) - a[i])
                            * (estimate(one, before[j]) - estimate(found, before[j]));
                }
            }
        }
        ArrayRealVector b = new ArrayRealVector(a);
        double f = b.dotProduct(new LUDecomposition(new Array2DRowRealMatrix(v))
                        .getSolver()
                        .solve(b))
                / q;
        Fit.WaldTest test = found.pretrend().orElseThrow();
        assertThat(test.statistic()).isCloseTo(f, withPercentage(1e-7));
        assertThat(test.df1()).isEqualTo(6);
        assertThat(test.df2()).isEqualTo(17);
        assertThat(test.pValue()).isCloseTo(FDistribution.of(q, 17).survivalProbability(f), offset(1e-9));
    }

    private static double estimate(CallawaySantannaFit fit, int k) {
        return fit.groupTimes().get(k).effect().estimate();
    }

    @Test
    void theCovarianceByEventTimeHasTheStandardErrors() {
        CallawaySantannaFit fit = jackknife(
                PANEL + "not-yet-treated, base: universal",
                ClusteredRows.of(3, 2, false).draw(5, true));
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

    /** Of cohort 5 only cluster 2 is left: what is about it alone has no error and says so; elsewhere it loses its weight. */
    @Test
    void aCohortOfOneClusterIsNamed() {
        ObservationReader.Read read =
                ClusteredRows.without(ClusteredRows.of(3, 4, false).draw(6, false), 5, 8);
        CallawaySantannaFit found = jackknife(ROWS + "not-yet-treated", read);
        assertThat(found.gaps())
                .extracting(Gap::estimate)
                .containsExactly(
                        "att_gt 5:2", "att_gt 5:3", "att_gt 5:4", "att_gt 5:5", "att_dynamic -3", "att_group 5");
        assertThat(found.gaps().get(3)).isEqualTo(new Gap("att_gt 5:5", "cluster 2", "cohort 5 in 5: no treated left"));
        Map<String, Effect> effects = effects(found);
        assertThat(found.gaps()).allSatisfy(gap -> {
            assertThat(effects.get(gap.estimate()).estimate()).isFinite();
            assertThat(effects.get(gap.estimate()).stdError()).isNaN();
            assertThat(effects.get(gap.estimate()).pValue()).isNaN();
        });
        assertThat(found.pretrendReason()).contains("the effect on cohort 5 in 2 has no standard error");
        List<CallawaySantannaFit> without =
                naive(ROWS + "not-yet-treated", read, IntStream.range(0, 18).filter(c -> c != 5 && c != 8));
        for (String name : List.of("att_simple", "att_dynamic", "att_group", "att_calendar", "att_calendar 5")) {
            double variance = variance(name, effects.get(name).estimate(), without);
            assertThat(effects.get(name).stdError()).as(name).isCloseTo(Math.sqrt(variance), withPercentage(1e-8));
        }
    }

    /** Without the only cluster of the earliest cohort, means over event times and periods are those of a sample without it. */
    @Test
    void averagesAreThoseOfTheSampleWithoutTheCluster() {
        ObservationReader.Read read =
                ClusteredRows.without(ClusteredRows.of(3, 4, false).draw(7, true), 3, 6);
        CallawaySantannaFit found = jackknife(PANEL + "not-yet-treated", read);
        assertThat(found.gaps())
                .contains(new Gap("att_dynamic 2", "cluster 0", "cohort 3 in 5: no treated left"))
                .extracting(Gap::estimate)
                .contains("att_calendar 3")
                .doesNotContain("att_simple", "att_dynamic", "att_calendar", "att_dynamic 1", "att_calendar 4");
        Map<String, Effect> effects = effects(found);
        List<CallawaySantannaFit> without =
                naive(PANEL + "not-yet-treated", read, IntStream.range(0, 18).filter(c -> c != 3 && c != 6));
        for (String name : List.of("att_simple", "att_dynamic", "att_group", "att_calendar")) {
            double variance = variance(name, effects.get(name).estimate(), without);
            assertThat(effects.get(name).stdError()).as(name).isCloseTo(Math.sqrt(variance), withPercentage(1e-8));
        }
    }

    @Test
    void controlsOfOneClusterAreNamed() {
        ObservationReader.Read read =
                ClusteredRows.without(ClusteredRows.of(3, 4, true).draw(8, false), 9, 10, 11, 12, 13, 14, 15, 17);
        CallawaySantannaFit found = jackknife(ROWS + "never-treated, covariates: x", read);
        assertThat(found.gaps()).contains(new Gap("att_simple", "cluster 16", "cohort 3 in 3: no controls left"));
        assertThat(effects(found).values()).allSatisfy(effect -> {
            assertThat(effect.estimate()).isFinite();
            assertThat(effect.stdError()).isNaN();
        });
    }

    @Test
    void threadsDoNotChangeABit() {
        ObservationReader.Read read = ClusteredRows.of(3, 8, true).draw(9, false);
        String keys = ROWS + "not-yet-treated, covariates: x, inference: jackknife";
        assertThat(fit(keys, read, 3)).isEqualTo(fit(keys, read, 1));
    }

    /**
     * Three clusters in each cohort. With n of them, squared influence is too small by (n-1)/n, and a normal interval ignores
     * that it is estimated; leaving one out at a time gives n/(n-1), and t more.
     */
    @Test
    void withFewClustersOnlyTheJackknifeCovers() {
        int samples = 400;
        ClusteredRows rows = ClusteredRows.of(3, 1, false);
        int analytic = 0;
        int jackknife = 0;
        for (int s = 0; s < samples; s++) {
            ObservationReader.Read read = rows.draw(1000 + s, true);
            analytic += covers(fit(PANEL + "not-yet-treated", read));
            jackknife += covers(jackknife(PANEL + "not-yet-treated", read));
        }
        assertThat(analytic / (double) samples).as("too short").isLessThan(0.92);
        assertThat(jackknife / (double) samples).as("95%, or a little more").isBetween(0.92, 0.98);
    }

    private static int covers(CallawaySantannaFit fit) {
        Effect att = fit.averages().get(1).overall().orElseThrow();
        return att.confLow() <= 1 && 1 <= att.confHigh() ? 1 : 0;
    }
}
