package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToIntFunction;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.canbao.engine.DuckDbEngine;
import org.canbao.estimate.RandomPanel.Row;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Convention profiles against the formulas of the programs, worked out on regressions with explicit dummies. */
class ProfileTest {
    private static final double NORMAL = Double.POSITIVE_INFINITY;

    @TempDir
    Path folder;

    /** 12 cities in 5 provinces and 6 years, all connected; k = 2. Effects: 12 + 6 - 1 = 17. */
    @ParameterizedTest
    @CsvSource({
        // iid and robust: everything counts
        "fixest, vcov: iid, 19, 281",
        "reghdfe, vcov: iid, 19, 281",
        "stata-areg, vcov: iid, 19, 281",
        "stata-xtreg, vcov: iid, 19, 281",
        "statsmodels, vcov: iid, 19, 281",
        "fixest, vcov: hc1, 19, 281",
        "reghdfe, vcov: hc1, 19, 281",
        "stata-areg, vcov: hc1, 19, 281",
        "statsmodels, vcov: hc1, 19, Infinity",
        "statsmodels, vcov: hc3, 19, Infinity",
        // cities are nested in provinces: years less one, and a constant
        "fixest, 'vcov: cluster, cluster: province', 8, 4",
        "reghdfe, 'vcov: cluster, cluster: province', 8, 4",
        "stata-areg, 'vcov: cluster, cluster: province', 19, 4",
        "stata-xtreg, 'vcov: cluster, cluster: province', 8, 4",
        "statsmodels, 'vcov: cluster, cluster: province', 19, Infinity",
        // years are the clusters: cities less one, and a constant
        "fixest, 'vcov: cluster, cluster: year', 14, 5",
        "reghdfe, 'vcov: cluster, cluster: year', 14, 5",
        "stata-xtreg, 'vcov: cluster, cluster: year', 14, 5",
        // nothing is nested
        "fixest, 'vcov: cluster, cluster: x2', 19, 1",
        "reghdfe, 'vcov: cluster, cluster: x2', 19, 1",
        "stata-xtreg, 'vcov: cluster, cluster: x2', 19, 1",
        // clusters are rows: reghdfe takes n - K, which is less than clusters less one
        "fixest, 'vcov: cluster, cluster: id', 19, 299",
        "reghdfe, 'vcov: cluster, cluster: id', 19, 281",
        "stata-areg, 'vcov: cluster, cluster: id', 19, 299",
    })
    void connected(String profile, String vcov, int k, double df) {
        check(RandomPanel.of(1, 12, 300), profile, vcov, k, df, 1);
    }

    /** Half of the cities are seen in the first three years only, the others in the last three: 12 + 6 - 2 = 16. */
    @ParameterizedTest
    @CsvSource({
        "fixest, vcov: hc1, 19",
        "reghdfe, vcov: hc1, 18",
        "stata-areg, vcov: hc1, 18",
        "statsmodels, vcov: hc1, 18",
        "fixest, 'vcov: cluster, cluster: province', 8",
        "reghdfe, 'vcov: cluster, cluster: province', 8",
        "stata-areg, 'vcov: cluster, cluster: province', 18",
        "stata-xtreg, 'vcov: cluster, cluster: province', 7",
        "statsmodels, 'vcov: cluster, cluster: province', 18",
    })
    void unconnected(String profile, String vcov, int k) {
        RandomPanel all = RandomPanel.of(2, 12, 600);
        RandomPanel apart = new RandomPanel(
                12,
                all.rows().stream()
                        .filter(r -> (r.city() <= 6) == (r.year() <= 2014))
                        .toList());
        double df = profile.equals("statsmodels")
                ? NORMAL
                : vcov.contains("province") ? 4 : apart.rows().size() - k;
        check(apart, profile, vcov, k, df, 2);
    }

    private void check(RandomPanel panel, String profile, String vcov, int k, double df, int parts) {
        Fit.Regression fit = estimate(panel, "y ~ x1 + z | city + year", vcov, profile);
        DummyRegression oracle = new DummyRegression(columns(panel, parts), ones(panel), outcome(panel));
        double n = panel.rows().size();
        double variance = variance(panel, oracle, vcov, n, k);
        Coefficient c = fit.coefficients().get(0);
        assertThat(fit.inference().k()).isEqualTo(k);
        assertThat(fit.inference().df()).isEqualTo(df);
        assertThat(c.stdError()).isCloseTo(Math.sqrt(variance), withPercentage(1e-7));
        double t = oracle.b[0] / Math.sqrt(variance);
        double tail = df == NORMAL
                ? NormalDistribution.of(0, 1).survivalProbability(Math.abs(t))
                : TDistribution.of(df).survivalProbability(Math.abs(t));
        assertThat(c.pValue()).isCloseTo(2 * tail, within(1e-9));
        double critical =
                df == NORMAL ? 1.959963984540054 : TDistribution.of(df).inverseSurvivalProbability(0.025);
        assertThat(c.confHigh()).isCloseTo(oracle.b[0] + critical * Math.sqrt(variance), withPercentage(1e-6));
    }

    /** The textbook formulas, K given. */
    private static double variance(RandomPanel panel, DummyRegression oracle, String vcov, double n, double k) {
        if (vcov.contains("iid")) {
            return oracle.iid(0) / (n - k);
        } else if (vcov.contains("hc1")) {
            return oracle.hetero(0, 0) * n / (n - k);
        } else if (vcov.contains("hc3")) {
            return oracle.hetero(0, 1);
        }
        ToIntFunction<Row> by = vcov.endsWith("province")
                ? Row::province
                : vcov.endsWith("year") ? Row::year : vcov.endsWith("x2") ? r -> (int) r.x2() : Row::id;
        int[] groups = panel.rows().stream().mapToInt(by).toArray();
        double g = Arrays.stream(groups).distinct().count();
        return oracle.clustered(0, groups) * g / (g - 1) * (n - 1) / (n - k);
    }

    /** statsmodels gives each term of two-way clustering its own factor; reghdfe the factor of the fewer clusters. */
    @Test
    void twoWays() {
        RandomPanel panel = RandomPanel.of(3, 12, 300);
        DummyRegression oracle = new DummyRegression(columns(panel, 1), ones(panel), outcome(panel));
        double province = oracle.clustered(0, groups(panel, Row::province));
        double year = oracle.clustered(0, groups(panel, Row::year));
        double both = oracle.clustered(0, groups(panel, r -> 10000 * r.province() + r.year()));
        String vcov = "vcov: cluster, cluster: [province, year]";
        double own = (province * 5 / 4 + year * 6 / 5 - both * 30 / 29) * 299 / (300 - 19);
        assertThat(error(panel, vcov, "statsmodels")).isCloseTo(Math.sqrt(own), withPercentage(1e-7));
        double least = (province + year - both) * 5 / 4 * 299 / (300 - 3);
        assertThat(error(panel, vcov, "reghdfe")).isCloseTo(Math.sqrt(least), withPercentage(1e-7));
        assertThat(error(panel, vcov, "fixest")).isCloseTo(Math.sqrt(least), withPercentage(1e-7));
    }

    @Test
    void threeEffectsAndSlopes() {
        RandomPanel panel = RandomPanel.of(4, 10, 400);
        // city 10, year 6, province 5: provinces are sums of cities, so the rank is 10 + 6 - 1 and with k = 1 K is 16
        assertThat(k(panel, "y ~ x1 | city + year + province", "stata-areg")).isEqualTo(16);
        assertThat(k(panel, "y ~ x1 | city + year + province", "fixest")).isEqualTo(1 + 10 + 5 + 4);
        assertThat(k(panel, "y ~ x1 | city + year + province", "reghdfe")).isEqualTo(1 + 10 + 5 + 0);
        // a slope in each city, z varying within all
        assertThat(k(panel, "y ~ x1 | city[z] + year", "stata-areg")).isEqualTo(1 + 20 + 5);
        assertThat(k(panel, "y ~ x1 | city[z] + year", "reghdfe")).isEqualTo(1 + 20 + 5);
        // the slope of a constant is the level itself
        RandomPanel constant = panel.map(r -> new Row(
                r.id(), r.city(), r.year(), r.cohort(), r.x1(), r.x2(), r.city() <= 4 ? 1 : r.z(), r.w(), r.y()));
        assertThat(k(constant, "y ~ x1 | city[z] + year", "stata-areg")).isEqualTo(1 + 16 + 5);
        assertThat(k(constant, "y ~ x1 | city[z] + year", "reghdfe")).isEqualTo(1 + 16 + 5);
        assertThat(k(constant, "y ~ x1 | city[z] + year", "fixest")).isEqualTo(1 + 20 + 5);
    }

    /** One more row alone in its city: reghdfe and fixest leave it out, the others do not. */
    @Test
    void singletons() {
        RandomPanel panel = RandomPanel.of(5, 12, 300);
        RandomPanel alone = panel.plus(List.of(new Row(999, 99, 2013, 0, 1, 0, 0.5, 1, 3)));
        for (String drops : List.of("fixest", "reghdfe")) {
            Fit.Regression fit = estimate(alone, "y ~ x1 | city + year", "vcov: cluster, cluster: province", drops);
            assertThat(fit.n()).isEqualTo(300);
            assertThat(fit.inference().k()).isEqualTo(1 + 5 + 1);
        }
        for (String keeps : List.of("stata-areg", "statsmodels")) {
            Fit.Regression fit = estimate(alone, "y ~ x1 | city + year", "vcov: cluster, cluster: province", keeps);
            assertThat(fit.n()).isEqualTo(301);
            assertThat(fit.inference().k()).isEqualTo(1 + 13 + 5);
        }
        Fit.Regression xtreg =
                estimate(alone, "y ~ x1 | city + year", "vcov: cluster, cluster: province", "stata-xtreg");
        assertThat(xtreg.inference().k()).isEqualTo(1 + 5 + 1);
        assertThat(xtreg.n()).isEqualTo(301);
    }

    /** Two periods, unit effects, errors clustered by unit: the case in which counting them moves errors by 1.414. */
    @Test
    void nestedEffectsInShortPanels() {
        List<Row> rows = new ArrayList<>();
        RandomPanel source = RandomPanel.of(6, 500, 1000);
        for (int i = 0; i < 1000; i++) {
            Row r = source.rows().get(i);
            rows.add(new Row(i, i / 2, 2012 + i % 2, 0, r.x1(), r.x2(), r.z(), 1, r.y()));
        }
        RandomPanel panel = new RandomPanel(500, rows);
        double nested = error(panel, "y ~ x1 | city", "vcov: cluster, cluster: city", "stata-xtreg");
        double full = error(panel, "y ~ x1 | city", "vcov: cluster, cluster: city", "stata-areg");
        assertThat(full / nested).isCloseTo(Math.sqrt(998.0 / 499), withPercentage(1e-9));
    }

    private double error(RandomPanel panel, String vcov, String profile) {
        return error(panel, "y ~ x1 + z | city + year", vcov, profile);
    }

    private double error(RandomPanel panel, String formula, String vcov, String profile) {
        return estimate(panel, formula, vcov, profile).coefficients().get(0).stdError();
    }

    private int k(RandomPanel panel, String formula, String profile) {
        return estimate(panel, formula, "vcov: hc1", profile).inference().k();
    }

    private Fit.Regression estimate(RandomPanel panel, String formula, String vcov, String profile) {
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            Sample sample = panel.load(engine, folder);
            String spec =
                    "{model: ols, formula: '" + formula + "', " + vcov + ", small_sample: {profile: " + profile + "}}";
            return (Fit.Regression)
                    Estimators.estimate(SpecReader.read(spec, "spec"), sample, EstimationOptions.DEFAULT);
        }
    }

    /** x1, z, and the dummies of cities and years of which as many are left out as the graph has parts. */
    private static List<double[]> columns(RandomPanel panel, int parts) {
        List<double[]> columns = new ArrayList<>();
        columns.add(panel.rows().stream().mapToDouble(Row::x1).toArray());
        columns.add(panel.rows().stream().mapToDouble(Row::z).toArray());
        columns.addAll(DummyRegression.dummies(panel.rows(), Row::city, 0, r -> 1));
        List<double[]> years = DummyRegression.dummies(panel.rows(), Row::year, 0, r -> 1);
        for (int t = 0; t < years.size(); t++) {
            if (t > 0 && !(parts == 2 && t == 3)) {
                columns.add(years.get(t));
            }
        }
        return columns;
    }

    private static int[] groups(RandomPanel panel, ToIntFunction<Row> by) {
        return panel.rows().stream().mapToInt(by).toArray();
    }

    private static double[] ones(RandomPanel panel) {
        return panel.rows().stream().mapToDouble(r -> 1).toArray();
    }

    private static double[] outcome(RandomPanel panel) {
        return panel.rows().stream().mapToDouble(Row::y).toArray();
    }
}
