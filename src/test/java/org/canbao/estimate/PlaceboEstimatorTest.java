package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlaceboEstimatorTest {
    private static final String PLACEBO = "model: placebo, treatment: did, cohort: g, time: year, permute: city";

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

    @ParameterizedTest
    @CsvSource({
        "1, did + x1 + did:x2 + x2, MOMENTS",
        "2, did + x1 + did:x2 + x2, ROWS",
        "3, x1 + z + did + i(year):did, MOMENTS",
        "4, did + x1 + x1^2, AUTO"
    })
    void drawsEqualEstimatesFromScratch(long seed, String terms, EstimationPath path) {
        RandomPanel panel = RandomPanel.of(seed, 9, 900);
        Sample sample = panel.load(engine, folder);
        String formula = "formula: 'y ~ " + terms + " | city + year', vcov: cluster, cluster: [city], weights: w";
        List<String> assignment =
                new ArrayList<>(List.of("2014", "null", "2015", "2016", "2014", "null", "2015", "2013", "2016"));
        Fit.Placebo placebo = placebo(formula + ", assignments: [" + assignment + "]", sample, 1, path);
        Sample drawn = withTreatment(assignment);
        Fit.Regression scratch = (Fit.Regression) Estimators.estimate(
                SpecReader.read("{model: ols, " + formula + "}", "s"), drawn, new EstimationOptions(1, path));
        Coefficient expected = scratch.coefficient("did").orElseThrow();
        Fit.Draw draw = placebo.draws().get(0);
        assertThat(draw.estimate()).isCloseTo(expected.estimate(), withPercentage(1e-8));
        assertThat(draw.stdError()).isCloseTo(expected.stdError(), withPercentage(1e-8));
        assertThat(draw.pValue()).isCloseTo(expected.pValue(), withPercentage(1e-7));
    }

    @Test
    void realCohortsGiveTheRealEstimate() {
        RandomPanel panel = RandomPanel.of(5, 12, 1000);
        Sample sample = panel.load(engine, folder);
        String cohorts = IntStream.rangeClosed(1, 12)
                .mapToObj(city -> panel.rows().stream()
                        .filter(r -> r.city() == city)
                        .map(r -> r.cohort() == 0 ? "null" : String.valueOf(r.cohort()))
                        .findFirst()
                        .orElseThrow())
                .toList()
                .toString();
        Fit.Placebo placebo = placebo(base() + ", assignments: [" + cohorts + "]", sample, 1, EstimationPath.AUTO);
        assertThat(placebo.draws().get(0).estimate()).isCloseTo(placebo.actual().estimate(), withPercentage(1e-10));
        assertThat(placebo.extreme()).as("a tie counts").isEqualTo(1);
        assertThat(placebo.pValue()).isEqualTo(1.0);
    }

    @ParameterizedTest
    @EnumSource(EstimationPath.class)
    void threadsDoNotMatter(EstimationPath path) {
        Sample sample = RandomPanel.of(6, 20, 2000).load(engine, folder);
        String spec = base() + ", draws: 40, seed: 9";
        String one = FitJson.write(placebo(spec, sample, 1, path));
        assertThat(FitJson.write(placebo(spec, sample, 3, path))).isEqualTo(one);
    }

    @Test
    void drawsDependOnSeedAndKeepMultiplicities() {
        RandomPanel panel = RandomPanel.of(7, 20, 2000);
        Sample sample = panel.load(engine, folder);
        Fit.Placebo one = placebo(base() + ", draws: 10, seed: 1", sample, 1, EstimationPath.AUTO);
        Fit.Placebo more = placebo(base() + ", draws: 20, seed: 1", sample, 1, EstimationPath.AUTO);
        Fit.Placebo two = placebo(base() + ", draws: 10, seed: 2", sample, 1, EstimationPath.AUTO);
        assertThat(more.draws().subList(0, 10)).isEqualTo(one.draws());
        assertThat(two.draws()).isNotEqualTo(one.draws());
        CohortDraws draws = CohortDraws.read(spec(base() + ", draws: 5, seed: 3"), sample);
        double[] sorted = draws.draw(0);
        Arrays.sort(sorted);
        for (int d = 1; d < 5; d++) {
            double[] other = draws.draw(d);
            Arrays.sort(other);
            assertThat(other).isEqualTo(sorted);
        }
    }

    @Test
    void strataExchangeWithin() {
        RandomPanel panel = RandomPanel.of(8, 20, 2000);
        Sample sample = panel.load(engine, folder);
        CohortDraws draws = CohortDraws.read(spec(base() + ", within: province, draws: 5, seed: 3"), sample);
        CohortDraws truth = CohortDraws.read(spec(base() + ", draws: 5, seed: 3"), sample);
        double[] drawn = draws.draw(0);
        assertThat(truth.units()).isEqualTo(20);
        for (int province = 0; province < 5; province++) {
            int p = province;
            double[] members = IntStream.range(0, 20)
                    .filter(u -> (u + 1) % 5 == p)
                    .mapToDouble(u -> drawn[u])
                    .sorted()
                    .toArray();
            double[] real = IntStream.range(0, 20)
                    .filter(u -> (u + 1) % 5 == p)
                    .mapToDouble(u -> cohort(panel, u + 1))
                    .sorted()
                    .toArray();
            assertThat(members).isEqualTo(real);
        }
    }

    @Test
    void collinearDrawsAreCountedAsMissing() {
        RandomPanel panel = RandomPanel.of(9, 6, 600);
        Sample sample = panel.load(engine, folder);
        String never = "[null, null, null, null, null, null]";
        String some = "[2014, 2015, null, 2016, null, 2014]";
        Fit.Placebo placebo =
                placebo(base() + ", assignments: [" + never + ", " + some + "]", sample, 1, EstimationPath.AUTO);
        assertThat(placebo.missing()).isEqualTo(1);
        assertThat(placebo.draws().get(0).estimate()).isNaN();
        assertThat(placebo.draws().get(1).estimate()).isFinite();
        assertThat(placebo.pValue()).isEqualTo((placebo.extreme() + 1.0) / 2);
    }

    @Test
    void unitsGivenInAnyOrder() {
        Sample sample = RandomPanel.of(10, 4, 400).load(engine, folder);
        Fit.Placebo ascending =
                placebo(base() + ", assignments: [[2014, 2015, null, 2016]]", sample, 1, EstimationPath.AUTO);
        Fit.Placebo named = placebo(
                base() + ", units: [4, 2, 1, 3], assignments: [[2016, 2015, 2014, null]]",
                sample,
                1,
                EstimationPath.AUTO);
        assertThat(named.draws()).isEqualTo(ascending.draws());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "assignments: [[2014, 2015]]                              | CB0510 | assigns 2 cohorts, and `city` has 4 units",
                "units: [1, 2, 3, 3], assignments: [[null, null, null, null]] | CB0510 | unit `3` of the assignments is listed twice",
                "units: [1, 2, 3, 9], assignments: [[null, null, null, null]] | CB0510 | unit `9` of the assignments is not a value of `city`",
            })
    void assignmentsMustFit(String assignments, String code, String message) {
        Sample sample = RandomPanel.of(11, 4, 400).load(engine, folder);
        assertThatThrownBy(() -> placebo(base() + ", " + assignments, sample, 1, EstimationPath.AUTO))
                .isInstanceOfSatisfying(CanbaoException.class, e -> {
                    assertThat(e.diagnostics().get(0).code().id()).isEqualTo(code);
                    assertThat(e.diagnostics().get(0).message()).contains(message);
                });
    }

    @Test
    void aUnitWithTwoCohortsIsAnError() {
        RandomPanel.of(12, 4, 400).load(engine, folder);
        engine.execute("UPDATE data SET g = 2019 WHERE id = (SELECT min(id) FROM data WHERE city = 2)");
        Sample sample = TestSamples.table(engine, "data");
        assertThatThrownBy(() -> placebo(base() + ", draws: 3", sample, 1, EstimationPath.AUTO))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("unit `2` of `city` has the cohorts");
    }

    private Sample withTreatment(List<String> cohorts) {
        StringBuilder cases = new StringBuilder("CASE city");
        for (int i = 0; i < cohorts.size(); i++) {
            cases.append(" WHEN ").append(i + 1).append(" THEN ").append(cohorts.get(i));
        }
        engine.execute("CREATE OR REPLACE TABLE drawn AS SELECT * REPLACE (CASE WHEN year >= " + cases
                + " END THEN 1 ELSE 0 END AS did) FROM data");
        return TestSamples.table(engine, "drawn");
    }

    private static double cohort(RandomPanel panel, int city) {
        int cohort = panel.rows().stream()
                .filter(r -> r.city() == city)
                .findFirst()
                .orElseThrow()
                .cohort();
        return cohort == 0 ? Double.NaN : cohort;
    }

    private static String base() {
        return "formula: 'y ~ did + x1 + x2 | city + year', vcov: cluster, cluster: [city]";
    }

    private static ModelSpec.Placebo spec(String spec) {
        return (org.canbao.spec.ModelSpec.Placebo) SpecReader.read("{" + PLACEBO + ", " + spec + "}", "spec");
    }

    private static Fit.Placebo placebo(String spec, Sample sample, int threads, EstimationPath path) {
        return (Fit.Placebo) Estimators.estimate(spec(spec), sample, new EstimationOptions(threads, path));
    }
}
