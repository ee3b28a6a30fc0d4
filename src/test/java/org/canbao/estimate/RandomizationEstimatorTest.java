package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.util.Optional;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.report.Labels;
import org.canbao.report.table.FitCsv;
import org.canbao.report.table.FitText;
import org.canbao.report.table.TableContext;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.result.RandomizationFit;
import org.canbao.sample.Sample;
import org.canbao.spec.Lang;
import org.canbao.spec.Randomization;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RandomizationEstimatorTest {
    private static final String OLS =
            "{model: ols, formula: y ~ did + x1 + x2 | city + year, vcov: cluster, cluster: city}";
    private static final String COHORTS = "unit: city, cohort: g, time: year";

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

    /** The draws on cells, and the same assignments estimated from scratch on a table that has them. */
    @ParameterizedTest
    @ValueSource(strings = {"units", "dates", "both"})
    void drawsEqualEstimatesFromScratch(String permute) {
        Sample sample = RandomPanel.of(1, 12, 900).load(engine, folder);
        String keys = "treatment: did, permute: " + permute + ", " + COHORTS + ", draws: 3, seed: 4";
        RandomizationFit fit = estimate(OLS, keys, sample, 1);
        CohortDraws draws = draws(OLS, keys, sample);
        for (int d = 0; d < 3; d++) {
            Fit scratch = Estimators.estimate(
                    SpecReader.read(OLS, "s"), withTreatment(draws.draw(d)), EstimationOptions.DEFAULT);
            assertThat(fit.draws().get(d).estimate())
                    .isCloseTo(scratch.coefficient("did").orElseThrow().estimate(), withPercentage(1e-7));
            assertThat(fit.draws().get(d).stdError())
                    .isCloseTo(scratch.coefficient("did").orElseThrow().stdError(), withPercentage(1e-7));
        }
    }

    /** Dates: who is treated stays, and units that shared a date still do; no date is the first period. */
    @Test
    void datesKeepWhoIsTreatedAndWithWhom() {
        Sample sample = RandomPanel.of(2, 20, 2000).load(engine, folder);
        CohortDraws draws = draws(OLS, "treatment: did, permute: dates, " + COHORTS + ", draws: 50, seed: 1", sample);
        double[] actual = draws.actual();
        for (int d = 0; d < 50; d++) {
            double[] drawn = draws.draw(d);
            for (int u = 0; u < 20; u++) {
                assertThat(Double.isNaN(drawn[u])).isEqualTo(Double.isNaN(actual[u]));
                assertThat(drawn[u])
                        .satisfiesAnyOf(
                                x -> assertThat(x).isNaN(), x -> assertThat(x).isBetween(2013.0, 2017.0));
                for (int v = 0; v < 20; v++) {
                    if (!Double.isNaN(actual[u]) && !Double.isNaN(actual[v])) {
                        assertThat(drawn[u] == drawn[v]).isEqualTo(actual[u] == actual[v]);
                    }
                }
            }
        }
    }

    /** An event study, estimated again on samples whose cohorts are replaced, is what a table with them gives. */
    @Test
    void anyModelCanBeDrawnFor() {
        Sample sample = RandomPanel.of(3, 15, 1500).load(engine, folder);
        String base = "{model: event-study, outcome: y, cohort: g, time: year, window: [-2, 2], reference: -1,"
                + " fixed_effects: [city, year], vcov: cluster, cluster: city}";
        String keys = "coefficient: 'event::1', permute: units, unit: city, cohort: g, draws: 8, seed: 2";
        RandomizationFit fit = estimate(base, keys, sample, 1);
        double[] drawn = draws(base, keys, sample).draw(5);
        Fit scratch = Estimators.estimate(SpecReader.read(base, "s"), withCohorts(drawn), EstimationOptions.DEFAULT);
        assertThat(fit.draws().get(5).estimate())
                .isCloseTo(scratch.coefficient("event::1").orElseThrow().estimate(), withPercentage(1e-9));
        assertThat(fit.base()).isInstanceOf(Fit.EventStudy.class);
        assertThat(fit.confLow()).isNaN();
        assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
    }

    /** Rows that exchange a treatment: p and interval from regressions written out by hand. */
    @Test
    void rowsAndTheirInterval() {
        RandomPanel panel = RandomPanel.of(4, 6, 80);
        Sample sample = panel.load(engine, folder);
        String base = "{model: ols, formula: y ~ x2 + x1 | city, vcov: hc1}";
        String keys = "treatment: x2, permute: rows, within: city, draws: 99, seed: 3";
        RandomizationFit fit = estimate(base, keys, sample, 1);
        assertThat(fit.draws().size() - fit.missing()).isEqualTo(99);
        double b = fit.actual().estimate();
        long extreme = fit.draws().stream()
                .filter(d -> Math.abs(d.estimate()) >= Math.abs(b))
                .count();
        assertThat(fit.pValue()).isEqualTo((extreme + 1.0) / 100);
        assertThat(fit.share()).isEqualTo(extreme / 99.0);
        double width = fit.confHigh() - fit.confLow();
        for (double end : new double[] {fit.confLow(), fit.confHigh()}) {
            double outward = Math.signum(end - b) * 1e-6 * width;
            assertThat(sharpP(keys, panel, end + outward)).isLessThanOrEqualTo(0.05);
            assertThat(sharpP(keys, panel, end - outward)).isGreaterThan(0.05);
        }
        assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
    }

    /** The p-value of no effect on the outcome less a constant effect of the real treatment: the definition. */
    private double sharpP(String keys, RandomPanel panel, double effect) {
        Sample sample = panel.map(r -> new RandomPanel.Row(
                        r.id(), r.city(), r.year(), r.cohort(), r.x1(), r.x2(), r.z(), r.w(), r.y() - effect * r.x2()))
                .load(engine, folder);
        return estimate("{model: ols, formula: y ~ x2 + x1 | city, vcov: hc1}", keys, sample, 1)
                .pValue();
    }

    @Test
    void strataOfRowsKeepTheirTreatments() {
        Sample sample = RandomPanel.of(5, 4, 200).load(engine, folder);
        String base = "{model: ols, formula: y ~ x2 | city, vcov: hc1}";
        // with one stratum per row nothing moves
        engine.execute("CREATE OR REPLACE TABLE own AS SELECT *, id AS self FROM data");
        RandomizationFit fit = estimate(
                base, "treatment: x2, permute: rows, within: self, draws: 5", TestSamples.table(engine, "own"), 1);
        assertThat(fit.draws())
                .allSatisfy(d -> assertThat(d.estimate()).isCloseTo(fit.actual().estimate(), within(1e-12)));
        assertThat(fit.pValue()).isEqualTo(1);
        assertThat(estimate(base, "treatment: x2, permute: rows, draws: 5", sample, 1)
                        .draws())
                .noneMatch(d -> d.estimate() == fit.actual().estimate());
    }

    /** Units that exchange a treatment of their own, without cohorts; and the same on any number of threads. */
    @Test
    void unitsExchangeATreatmentOfTheirOwn() {
        RandomPanel.of(6, 30, 900).load(engine, folder);
        engine.execute("ALTER TABLE data ADD COLUMN arm INTEGER");
        engine.execute("UPDATE data SET arm = city % 2");
        Sample sample = TestSamples.table(engine, "data");
        String base = "{model: ols, formula: y ~ arm + x1 | year, vcov: cluster, cluster: city}";
        String keys = "treatment: arm, permute: units, unit: city, statistic: t, draws: 60";
        RandomizationFit one = estimate(base, keys, sample, 1);
        assertThat(one.confLow()).as("no interval for t").isNaN();
        assertThat(FitJson.write(estimate(base, keys, sample, 3))).isEqualTo(FitJson.write(one));
        long extreme = one.draws().stream()
                .filter(d -> Math.abs(d.statistic()) >= Math.abs(one.actual().statistic()))
                .count();
        assertThat(one.extreme()).isEqualTo((int) extreme);
        engine.execute("UPDATE data SET arm = year % 2");
        CanbaoException error = catchThrowableOfType(
                CanbaoException.class, () -> estimate(base, keys, TestSamples.table(engine, "data"), 1));
        assertThat(error.diagnostics().get(0).code()).isEqualTo(EstimateCode.SEVERAL_COHORTS);
    }

    /** Without any effect p-values are uniform: of 200 samples about 10 are below 0.05. */
    @Test
    void sizeUnderNoEffect() {
        int rejected = 0;
        for (int seed = 0; seed < 200; seed++) {
            RandomPanel panel = RandomPanel.of(1000 + seed, 12, 60);
            RandomPanel none = panel.map(r -> new RandomPanel.Row(
                    r.id(), r.city(), r.year(), r.cohort(), r.x1(), r.x2(), r.z(), r.w(), Math.sin(r.id() * 7919.0)));
            RandomizationFit fit = estimate(
                    "{model: ols, formula: y ~ x2, vcov: hc1}",
                    "treatment: x2, permute: rows, draws: 99, seed: " + seed,
                    none.load(engine, folder),
                    1);
            rejected += fit.pValue() <= 0.05 ? 1 : 0;
        }
        assertThat(rejected).as("10 expected, standard deviation 3.1").isBetween(1, 20);
    }

    @Test
    void everyFormatSaysIt() {
        Sample sample = RandomPanel.of(7, 12, 600).load(engine, folder);
        RandomizationFit fit = estimate(OLS, "treatment: did, permute: units, " + COHORTS + ", draws: 99", sample, 1);
        TableContext context = new TableContext(Labels.NAMES, Optional.empty(), false);
        assertThat(FitText.render(fit, context, Lang.EN))
                .contains("Placebo estimates of did")
                .contains("Share of such draws")
                .contains("95% low of a constant effect");
        assertThat(FitCsv.render(fit)).contains("\nrandomization_interval,did,").contains("\nplacebo_draw,99,");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "treatment: x9, permute: rows | treatment `x9` is not a term of the formula",
                "treatment: did, permute: rows, unit: city | `permute: rows` exchanges the treatment of rows",
                "treatment: did, permute: units | key `unit` is missing",
                "treatment: did, permute: dates, unit: city | key `cohort` is missing",
                "permute: units, unit: city | key `treatment` is missing",
            })
    void whatDoesNotFitIsSaid(String keys, String message) {
        CanbaoException error = catchThrowableOfType(
                CanbaoException.class,
                () -> SpecReader.read("{model: randomization, spec: " + OLS + ", " + keys + "}", "spec"));
        assertThat(error.diagnostics().get(0).message()).startsWith(message);
    }

    @Test
    void moreDatesThanPeriods() {
        RandomPanel.of(8, 12, 600).load(engine, folder);
        engine.execute("DELETE FROM data WHERE year NOT IN (2014, 2015)");
        CanbaoException error = catchThrowableOfType(
                CanbaoException.class,
                () -> estimate(
                        OLS, "treatment: did, permute: dates, " + COHORTS, TestSamples.table(engine, "data"), 1));
        assertThat(error.diagnostics().get(0).code()).isEqualTo(EstimateCode.TOO_FEW_PERIODS);
    }

    private Sample withCohorts(double[] drawn) {
        engine.execute(
                "CREATE OR REPLACE TABLE drawn AS SELECT * REPLACE (CASE" + cases(drawn) + " END AS g) FROM data");
        return TestSamples.table(engine, "drawn");
    }

    private Sample withTreatment(double[] drawn) {
        engine.execute("CREATE OR REPLACE TABLE drawn AS SELECT * REPLACE (CASE WHEN year >= (CASE" + cases(drawn)
                + " END) THEN 1 ELSE 0 END AS did) FROM data");
        return TestSamples.table(engine, "drawn");
    }

    private static String cases(double[] drawn) {
        StringBuilder cases = new StringBuilder();
        for (int u = 0; u < drawn.length; u++) {
            cases.append(" WHEN city = ").append(u + 1).append(" THEN ");
            cases.append(Double.isNaN(drawn[u]) ? "NULL" : String.valueOf(drawn[u]));
        }
        return cases.toString();
    }

    private static CohortDraws draws(String base, String keys, Sample sample) {
        Randomization spec = spec(base, keys);
        return CohortDraws.read(
                new CohortDraws.Asked(
                        spec.common(),
                        spec.unit().orElseThrow(),
                        spec.cohort().orElseThrow(),
                        spec.within(),
                        spec.permute(),
                        spec.time(),
                        spec.draws(),
                        spec.seed(),
                        Optional.empty()),
                sample);
    }

    private static Randomization spec(String base, String keys) {
        return (Randomization) SpecReader.read("{model: randomization, spec: " + base + ", " + keys + "}", "spec");
    }

    private static RandomizationFit estimate(String base, String keys, Sample sample, int threads) {
        return (RandomizationFit)
                Estimators.estimate(spec(base, keys), sample, new EstimationOptions(threads, EstimationPath.AUTO));
    }
}
