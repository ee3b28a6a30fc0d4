package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import java.nio.file.Path;
import java.util.List;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.BaconFit;
import org.canbao.result.ByEventTime;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.result.HonestDidFit;
import org.canbao.result.ImputationFit;
import org.canbao.result.Inference;
import org.canbao.result.SunAbrahamFit;
import org.canbao.result.TwfeWeightsFit;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What must hold whatever the data: special cases, identities, and what must not change a number. */
class DidPropertiesTest {
    private static final double EXACT = 1e-9;
    private static final String SUN_ABRAHAM = "{model: sun-abraham, outcome: y, cohort: g, time: time, controls: x,"
            + " fixed_effects: [unit, time], vcov: cluster, cluster: [unit]}";
    private static final String IMPUTED = "{model: imputation, outcome: y, cohort: g, time: time, unit: unit,"
            + " controls: x, horizon: true, pretrends: 2";
    private static final String IMPUTATION = IMPUTED + "}";
    private static final String LEFT_OUT = IMPUTED + ", leave_out: true}";
    private static final String BACON = "{model: bacon, outcome: y, treatment: d, unit: unit, time: time}";
    private static final String WEIGHTS = "{model: twfe-weights, outcome: y, treatment: d, unit: unit, time: time}";
    private static final String HONEST =
            "{model: honest-did, of: " + SUN_ABRAHAM + ", smoothness: [0, 0.2], magnitudes: [0.5, 1]}";

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

    private static Fit fit(String spec, Sample sample) {
        return fit(spec, sample, EstimationOptions.DEFAULT);
    }

    private static Fit fit(String spec, Sample sample, EstimationOptions options) {
        return Estimators.estimate(SpecReader.read(spec, "s"), sample, options);
    }

    @ParameterizedTest
    @ValueSource(strings = {SUN_ABRAHAM, IMPUTATION, LEFT_OUT, BACON, WEIGHTS, HONEST})
    void threadsChangeNoBit(String spec) {
        Sample sample = StaggeredPanel.of(5, 40, 1).load(engine, folder);
        assertThat(FitJson.write(fit(spec, sample, EstimationOptions.DEFAULT.withThreads(2))))
                .isEqualTo(FitJson.write(fit(spec, sample)));
    }

    @ParameterizedTest
    @ValueSource(strings = {SUN_ABRAHAM, IMPUTATION, LEFT_OUT, HONEST})
    void neitherTheOrderOfRowsNorThePathMatters(String spec) {
        StaggeredPanel panel = StaggeredPanel.of(6, 40, 1);
        Fit plain = fit(spec, panel.load(engine, folder), new EstimationOptions(1, EstimationPath.ROWS));
        Fit shuffled =
                fit(spec, panel.shuffled(3).load(engine, folder), new EstimationOptions(1, EstimationPath.MOMENTS));
        for (int i = 0; i < plain.coefficients().size(); i++) {
            assertThat(shuffled.coefficients().get(i).estimate())
                    .isCloseTo(plain.coefficients().get(i).estimate(), offset(EXACT));
            assertThat(shuffled.coefficients().get(i).stdError())
                    .isCloseTo(plain.coefficients().get(i).stdError(), offset(EXACT));
        }
    }

    /** Doubled weights are doubled rows; clusters, not rows, carry the errors of effects. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void weightsOfTwoAreCopies(boolean leaveOut) {
        Sample sample = StaggeredPanel.of(7, 40, 1).load(engine, folder);
        engine.execute("CREATE TABLE once AS SELECT *, 1 + unit % 2 AS copies FROM data");
        engine.execute("CREATE TABLE copied AS SELECT * FROM once UNION ALL SELECT * FROM once WHERE copies = 2");
        String keys = "{model: imputation, outcome: y, cohort: g, time: time, fixed_effects: [unit, time],"
                + " cluster: [unit], horizon: true, leave_out: " + leaveOut;
        ImputationFit weighted = (ImputationFit) fit(keys + ", weights: copies}", TestSamples.table(engine, "once"));
        ImputationFit copied = (ImputationFit) fit(keys + "}", TestSamples.table(engine, "copied"));
        assertThat(weighted.att().estimate()).isCloseTo(copied.att().estimate(), offset(EXACT));
        assertThat(weighted.att().stdError()).isCloseTo(copied.att().stdError(), offset(EXACT));
        assertThat(sample.rows()).isEqualTo(320);
    }

    /** Effects share constants, so that rounding finds directions in which their coefficients are free; none may be taken. */
    @ParameterizedTest
    @ValueSource(longs = {1, 5, 6, 7})
    void weightsOfAnySizeHaveASolution(long seed) {
        Sample sample = StaggeredPanel.of(seed, 40, 1).load(engine, folder);
        ImputationFit fit = (ImputationFit) fit(IMPUTED + ", weights: w}", sample);
        engine.execute("CREATE TABLE scaled AS SELECT * REPLACE (1e5 * w AS w) FROM data");
        ImputationFit scaled = (ImputationFit) fit(IMPUTED + ", weights: w}", TestSamples.table(engine, "scaled"));
        assertThat(scaled.att().estimate()).isCloseTo(fit.att().estimate(), offset(EXACT));
        assertThat(scaled.att().stdError()).isCloseTo(fit.att().stdError(), offset(EXACT));
    }

    @Test
    void oneCohortIsAnEventStudy() {
        StaggeredPanel.of(8, 40, 1).load(engine, folder);
        engine.execute("CREATE TABLE one AS SELECT * FROM data WHERE g IS NULL OR g = 5");
        Sample sample = TestSamples.table(engine, "one");
        ByEventTime cohort = (ByEventTime) fit(SUN_ABRAHAM, sample);
        ByEventTime plain = (ByEventTime) fit(
                "{model: event-study, outcome: y, cohort: g, time: time, controls: x, window: [-4, 3], reference: -1,"
                        + " fixed_effects: [unit, time], vcov: cluster, cluster: [unit]}",
                sample);
        assertThat(cohort.by()).hasSize(7);
        for (int i = 0; i < 7; i++) {
            assertThat(cohort.by().get(i).estimate())
                    .isCloseTo(plain.by().get(i).estimate(), offset(EXACT));
            assertThat(cohort.by().get(i).stdError())
                    .isCloseTo(plain.by().get(i).stdError(), offset(EXACT));
        }
        assertThat(cohort.pretrend().orElseThrow().statistic())
                .isCloseTo(plain.pretrend().orElseThrow().statistic(), offset(1e-7));
        assertThat(cohort.average().orElseThrow().stdError())
                .isCloseTo(plain.average().orElseThrow().stdError(), offset(EXACT));
        assertThat(((SunAbrahamFit) cohort).att().estimate())
                .as("every event time has as many rows")
                .isCloseTo(cohort.average().orElseThrow().estimate(), offset(EXACT));
    }

    @ParameterizedTest
    @ValueSource(strings = {SUN_ABRAHAM, IMPUTATION, LEFT_OUT})
    void theDiagonalOfTheCovarianceIsTheSquaredErrors(String spec) {
        ByEventTime fit = (ByEventTime) fit(spec, StaggeredPanel.of(9, 40, 1).load(engine, folder));
        assertThat(fit.by()).hasSizeGreaterThan(6);
        for (int i = 0; i < fit.by().size(); i++) {
            assertThat(fit.covariance().get(i).get(i))
                    .isCloseTo(Math.pow(fit.by().get(i).stdError(), 2), offset(1e-12));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void comparisonsSumToTheTwoWayEstimate(long seed) {
        BaconFit fit = (BaconFit) fit(BACON, StaggeredPanel.of(seed, 36, 1).load(engine, folder));
        assertThat(fit.comparisons()).hasSize(9);
        assertThat(fit.comparisons().stream()
                        .mapToDouble(BaconFit.Comparison::weight)
                        .sum())
                .isCloseTo(1, offset(1e-12));
        assertThat(fit.sum()).isCloseTo(fit.twfe().estimate(), offset(EXACT));
        assertThat(fit.components().stream()
                        .mapToDouble(BaconFit.Component::weight)
                        .sum())
                .isCloseTo(1, offset(1e-12));
    }

    /** With parallel trends and no noise the estimate is the weighted sum of the effects, to the last digit. */
    @Test
    void twoWayWeightsGiveTheTwoWayEstimate() {
        StaggeredPanel panel = StaggeredPanel.of(4, 40, 0);
        Sample sample = panel.load(engine, folder);
        engine.execute("UPDATE data SET y = y - 0.5 * x");
        TwfeWeightsFit fit = (TwfeWeightsFit) fit(WEIGHTS, sample);
        double sum = 0;
        double weights = 0;
        for (TwfeWeightsFit.Cell cell : fit.cells()) {
            sum += cell.weight()
                    * panel.rows().stream()
                            .filter(row -> String.valueOf(row.unit()).equals(cell.group()) && row.time() == cell.time())
                            .mapToDouble(StaggeredPanel.Row::effect)
                            .sum();
            weights += cell.weight();
        }
        assertThat(weights).isCloseTo(1, offset(1e-12));
        assertThat(sum).isCloseTo(fit.twfe().estimate(), offset(EXACT));
        assertThat(fit.negative()).isPositive();
        assertThat(fit.negativeSum()).isNegative();
        assertThat(fit.leastSpread()).isPositive().isLessThan(fit.leastOpposed().orElseThrow());
    }

    /** Effects of some spread must be able to average to zero at the reported one, and at no smaller one (Lagrange). */
    @Test
    void theLeastSpreadIsThatOfEffectsAlongTheWeights() {
        TwfeWeightsFit fit =
                (TwfeWeightsFit) fit(WEIGHTS, StaggeredPanel.of(4, 40, 1).load(engine, folder));
        double scale = 0;
        for (TwfeWeightsFit.Cell cell : fit.cells()) {
            scale += cell.share() * Math.pow(cell.weight() / cell.share() - 1, 2);
        }
        double mean = 0;
        double variance = 0;
        double estimate = 0;
        for (TwfeWeightsFit.Cell cell : fit.cells()) {
            double effect = fit.twfe().estimate() * (cell.weight() / cell.share() - 1) / scale;
            mean += cell.share() * effect;
            variance += cell.share() * effect * effect;
            estimate += cell.weight() * effect;
        }
        assertThat(mean).isCloseTo(0, offset(1e-12));
        assertThat(estimate).isCloseTo(fit.twfe().estimate(), offset(EXACT));
        assertThat(Math.sqrt(variance)).isCloseTo(fit.leastSpread(), offset(EXACT));
    }

    @Test
    void rowsWithoutACounterfactualAreCounted() {
        StaggeredPanel.of(10, 40, 1).load(engine, folder);
        engine.execute("UPDATE data SET g = 1, d = 1 WHERE unit = 4");
        ImputationFit fit = (ImputationFit) fit(IMPUTATION, TestSamples.table(engine, "data"));
        assertThat(fit.inference().lost()).containsExactly(new Inference.Loss("no counterfactual", 8));
        assertThat(fit.n()).isEqualTo(312);
        engine.execute("CREATE TABLE rest AS SELECT * FROM data WHERE unit <> 4");
        ImputationFit rest = (ImputationFit) fit(IMPUTATION, TestSamples.table(engine, "rest"));
        assertThat(fit.att().estimate()).isCloseTo(rest.att().estimate(), offset(EXACT));
        assertThat(fit.att().stdError()).isCloseTo(rest.att().stdError(), offset(EXACT));
    }

    @Test
    void alwaysTreatedCohortsLeaveAnEventStudyByCohort() {
        StaggeredPanel.of(10, 40, 1).load(engine, folder);
        engine.execute("UPDATE data SET g = 1, d = 1 WHERE unit = 4");
        Fit fit = fit(SUN_ABRAHAM, TestSamples.table(engine, "data"));
        assertThat(fit.inference().lost()).containsExactly(new Inference.Loss("always treated", 8));
        engine.execute("CREATE TABLE rest AS SELECT * FROM data WHERE unit <> 4");
        Fit rest = fit(SUN_ABRAHAM, TestSamples.table(engine, "rest"));
        assertThat(fit.coefficients().get(0).stdError())
                .isCloseTo(rest.coefficients().get(0).stdError(), offset(EXACT));
    }

    @Test
    void theLastCohortCanBeTheComparison() {
        StaggeredPanel.of(11, 40, 1).load(engine, folder);
        engine.execute("CREATE TABLE treated AS SELECT * FROM data WHERE g IS NOT NULL");
        Sample sample = TestSamples.table(engine, "treated");
        assertThatThrownBy(() -> fit(SUN_ABRAHAM, sample))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("none to compare with");
        SunAbrahamFit fit = (SunAbrahamFit) fit(SUN_ABRAHAM.replace("outcome", "where: time < 7, outcome"), sample);
        assertThat(fit.cohorts())
                .extracting(SunAbrahamFit.Cohort::role)
                .containsExactly(SunAbrahamFit.Role.TREATED, SunAbrahamFit.Role.TREATED, SunAbrahamFit.Role.CONTROL);
    }

    @Test
    void aSensitivityAnalysisIsThatOfItsEventStudy() {
        Sample sample = StaggeredPanel.of(12, 60, 1).load(engine, folder);
        HonestDidFit fit = (HonestDidFit) fit(HONEST.replace("smoothness", "target: average, smoothness"), sample);
        ByEventTime study = (ByEventTime) fit(SUN_ABRAHAM, sample);
        assertThat(fit.original().estimate())
                .isCloseTo(study.average().orElseThrow().estimate(), offset(EXACT));
        assertThat(fit.original().stdError())
                .isCloseTo(study.average().orElseThrow().stdError(), offset(EXACT));
        double breakdown = fit.magnitudes().orElseThrow().breakdown().orElseThrow();
        HonestDidFit at = (HonestDidFit) fit(
                "{model: honest-did, of: " + SUN_ABRAHAM + ", target: average, magnitudes: [" + breakdown + "]}",
                sample);
        assertThat(at.magnitudes()
                        .orElseThrow()
                        .sets()
                        .get(0)
                        .set()
                        .orElseThrow()
                        .low())
                .as("zero is at the end of the set at the breakdown value")
                .isCloseTo(0, offset(1e-5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE data SET d = 2 WHERE unit = 1 AND time > 4 | not 0 or 1",
                "UPDATE data SET d = 0 WHERE unit = 1 AND time = 8 | ends",
                "DELETE FROM data WHERE unit = 1 AND time = 2 | is not there in every period",
                "INSERT INTO data SELECT * FROM data WHERE unit = 1 AND time = 2 | several rows",
            })
    void theDecompositionWantsABalancedPanel(String change, String message) {
        StaggeredPanel.of(13, 20, 1).load(engine, folder);
        engine.execute(change);
        assertThatThrownBy(() -> fit(BACON, TestSamples.table(engine, "data")))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "INSERT INTO data SELECT * FROM data WHERE unit = 1 AND time = 2 | several rows",
                "UPDATE data SET g = 4 WHERE unit = 1 AND time = 2 | several values of `g`",
                "UPDATE data SET g = 0.5 WHERE unit = 1 | not a whole number",
                "UPDATE data SET g = NULL | no row is treated",
                "UPDATE data SET g = 1 | no row is untreated",
            })
    void imputationSaysWhatIsWrong(String change, String message) {
        StaggeredPanel.of(14, 20, 1).load(engine, folder);
        engine.execute("ALTER TABLE data ALTER g TYPE DOUBLE");
        engine.execute(change);
        assertThatThrownBy(() -> fit(IMPUTATION, TestSamples.table(engine, "data")))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining(message);
    }

    /** Cohort 5 is unit 2 alone from period 7 on, and cohort 3 has event times 4 and 5 to itself. */
    @Test
    void aClusterThatHasNoOthersToCompareWithIsNamed() {
        StaggeredPanel.of(14, 20, 1).load(engine, folder);
        engine.execute("DELETE FROM data WHERE g = 5 AND time >= 7 AND unit <> 2");
        Sample sample = TestSamples.table(engine, "data");
        assertThatThrownBy(() -> fit(LEFT_OUT, sample))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("`unit` 2 is the only cluster with effects of cohort 5 in period 7")
                .hasMessageContaining("the same is true of 1 more");
        String byHorizon = LEFT_OUT.replace("horizon: true", "horizon: true, averages: horizon");
        assertThat(((ImputationFit) fit(byHorizon, sample)).leaveOut()).isTrue();
        engine.execute("DELETE FROM data WHERE g = 3 AND unit <> 1");
        assertThatThrownBy(() -> fit(byHorizon, TestSamples.table(engine, "data")))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("`unit` 1 is the only cluster with effects at event time 4");
    }

    @Test
    void treatmentMustBeThatOfAWholeGroup() {
        Sample sample = StaggeredPanel.of(15, 20, 1).load(engine, folder);
        assertThatThrownBy(() -> fit(WEIGHTS.replace("unit: unit", "unit: state"), sample))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining("varies within a level of `state`");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "reference: -1 | reference: -2 | relative to event time -1",
                "window: [-4, 3] | window: [-1, 3] | before event time -1",
                "target: 0 | target: 7 | event time 7 has no estimate",
            })
    void aSensitivityAnalysisNeedsARunOfEventTimes(String part, String change, String message) {
        Sample sample = StaggeredPanel.of(16, 20, 1).load(engine, folder);
        String spec = "{model: honest-did, target: 0, magnitudes: [1], of: {model: event-study, outcome: y, cohort: g,"
                + " time: time, window: [-4, 3], reference: -1, fixed_effects: [unit, time], vcov: cluster,"
                + " cluster: [unit]}}";
        assertThat(List.of(spec)).first().asString().contains(part);
        assertThatThrownBy(() -> fit(spec.replace(part, change), sample))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining(message);
    }
}
