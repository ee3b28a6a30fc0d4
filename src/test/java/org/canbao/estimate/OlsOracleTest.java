package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.canbao.engine.DuckDbEngine;
import org.canbao.estimate.RandomPanel.Row;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Absorbed effects against explicit dummies, with every covariance. */
class OlsOracleTest {
    private static final List<ToDoubleFunction<Row>> REGRESSORS = List.of(Row::did, Row::x1, Row::x2, Row::z);
    private static final String TERMS = "y ~ did + x1 + x2 + z";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "1, false",
        "2, true",
        "3, false",
        "4, true",
    })
    void twoEffects(long seed, boolean weighted) {
        RandomPanel panel = RandomPanel.of(seed, 12, 300);
        List<double[]> columns = regressors(panel);
        columns.addAll(DummyRegression.dummies(panel.rows(), Row::city, 0, r -> 1));
        columns.addAll(DummyRegression.dummies(panel.rows(), Row::year, 1, r -> 1));
        checkAll(panel, columns, TERMS + " | city + year", weighted, 12 + 5);
    }

    @ParameterizedTest
    @CsvSource({"5, false", "6, true"})
    void slopes(long seed, boolean weighted) {
        RandomPanel panel = RandomPanel.of(seed, 8, 300);
        List<double[]> columns = regressors(panel);
        columns.remove(3);
        columns.addAll(DummyRegression.dummies(panel.rows(), Row::city, 0, r -> 1));
        columns.addAll(DummyRegression.dummies(panel.rows(), Row::city, 0, r -> r.z()));
        columns.addAll(DummyRegression.dummies(panel.rows(), Row::year, 1, r -> 1));
        checkAll(panel, columns, "y ~ did + x1 + x2 | city[z] + year", weighted, 8 + 5);
    }

    @ParameterizedTest
    @CsvSource({"7, false", "8, true"})
    void combinedEffects(long seed, boolean weighted) {
        RandomPanel panel = RandomPanel.of(seed, 4, 300);
        List<double[]> columns = regressors(panel);
        columns.remove(3);
        columns.remove(0);
        columns.addAll(DummyRegression.dummies(panel.rows(), r -> r.city() * 10000 + r.year(), 0, r -> 1));
        checkAll(panel, columns, "y ~ x1 + x2 | city^year", weighted, 4 * 6);
    }

    @ParameterizedTest
    @CsvSource({"9, false", "10, true"})
    void intercept(long seed, boolean weighted) {
        RandomPanel panel = RandomPanel.of(seed, 9, 200);
        List<double[]> columns = regressors(panel);
        columns.add(0, panel.rows().stream().mapToDouble(r -> 1).toArray());
        checkAll(panel, columns, TERMS, weighted, 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void threeEffects(long seed) {
        RandomPanel panel = RandomPanel.of(seed, 10, 400);
        List<double[]> columns = regressors(panel);
        columns.remove(2);
        columns.addAll(DummyRegression.dummies(panel.rows(), Row::city, 0, r -> 1));
        columns.addAll(DummyRegression.dummies(panel.rows(), Row::year, 1, r -> 1));
        columns.addAll(DummyRegression.dummies(panel.rows(), r -> (int) r.x2(), 1, r -> 1));
        checkAll(panel, columns, "y ~ did + x1 + z | city + year + x2", false, 10 + 5 + 1);
    }

    private static List<double[]> regressors(RandomPanel panel) {
        List<double[]> columns = new ArrayList<>();
        for (ToDoubleFunction<Row> regressor : REGRESSORS) {
            columns.add(panel.rows().stream().mapToDouble(regressor).toArray());
        }
        return columns;
    }

    /** {@code intercepts}: parameters of the effects' intercepts, which {@code k_fixef: none} does not count. */
    private void checkAll(RandomPanel panel, List<double[]> columns, String formula, boolean weighted, int intercepts) {
        double[] y = panel.rows().stream().mapToDouble(Row::y).toArray();
        double[] w =
                panel.rows().stream().mapToDouble(r -> weighted ? r.w() : 1).toArray();
        DummyRegression oracle = new DummyRegression(columns, w, y);
        int[] city = panel.rows().stream().mapToInt(Row::city).toArray();
        int[] province = panel.rows().stream().mapToInt(Row::province).toArray();
        int[] cityYear =
                panel.rows().stream().mapToInt(r -> r.city() * 10000 + r.year()).toArray();
        double n = y.length;
        double k = oracle.parameters();
        String weights = weighted ? ", weights: w" : "";
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            Sample sample = panel.load(engine, folder);
            for (Case c : List.of(
                    new Case("vcov: iid", j -> oracle.iid(j) / (n - k)),
                    new Case("vcov: hc0", j -> oracle.hetero(j, 0)),
                    new Case("vcov: hc1", j -> oracle.hetero(j, 0) * n / (n - k)),
                    new Case("vcov: hc2", j -> oracle.hetero(j, 0.5)),
                    new Case("vcov: hc3", j -> oracle.hetero(j, 1)),
                    new Case(
                            "vcov: cluster, cluster: [province], small_sample: {k_adjust: false, g_adjust: false}",
                            j -> oracle.clustered(j, province)),
                    new Case(
                            "vcov: cluster, cluster: [city], small_sample: {k_fixef: full}",
                            j -> oracle.clustered(j, city) * factor(city) * (n - 1) / (n - k)),
                    new Case(
                            "vcov: cluster, cluster: [city^year], small_sample: {k_fixef: none}",
                            j -> oracle.clustered(j, cityYear)
                                    * factor(cityYear)
                                    * (n - 1)
                                    / (n - (k - intercepts))))) {
                Fit.Regression fit = (Fit.Regression) Estimators.estimate(
                        SpecReader.read("{model: ols, formula: '" + formula + "', " + c.vcov + weights + "}", "s"),
                        sample,
                        EstimationOptions.DEFAULT);
                for (int j = 0; j < fit.coefficients().size(); j++) {
                    assertThat(fit.coefficients().get(j).estimate()).isCloseTo(oracle.b[j], withPercentage(1e-7));
                    assertThat(fit.coefficients().get(j).stdError())
                            .as(c.vcov + " " + fit.coefficients().get(j).name())
                            .isCloseTo(Math.sqrt(c.variance.applyAsDouble(j)), withPercentage(1e-7));
                }
            }
        }
    }

    private static double factor(int[] groups) {
        double g = Arrays.stream(groups).distinct().count();
        return g / (g - 1);
    }

    /** A covariance and the variance it should give. */
    private record Case(String vcov, IntToDoubleFunction variance) {}
}
