package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.Optional;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.CallawaySantannaFit;
import org.canbao.result.CallawaySantannaFit.Cohort;
import org.canbao.result.CallawaySantannaFit.Gap;
import org.canbao.result.CallawaySantannaFit.GroupTime;
import org.canbao.result.CallawaySantannaFit.Role;
import org.canbao.result.Fit;
import org.canbao.result.Inference;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What data that do not fit get: an error that says what to do, or a gap with its reason. */
class GroupTimeFindingsTest {
    private static final String KEYS = "outcome: y, cohort: g, time: t, unit: u, control: not-yet-treated";

    @TempDir
    Path folder;

    private DuckDbEngine engine;

    /** 80 units in five periods; cohorts 3, 4, 5 and never. */
    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(1, folder);
        engine.execute(
                "CREATE TABLE d AS SELECT u, t, nullif(3 + u % 4, 6)::INTEGER AS g, (u % 10)::DOUBLE AS x, u % 8 AS c,"
                        + " hash(u, t) % 997 / 997.0 + u * 0.01 AS y FROM range(80) a(u), range(1, 6) b(t)");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private CallawaySantannaFit fit(String keys) {
        Fit fit = Estimators.estimate(
                SpecReader.read("{model: callaway-santanna, " + keys + "}", "spec.yaml"),
                TestSamples.table(engine, "d"),
                EstimationOptions.DEFAULT);
        return (CallawaySantannaFit) fit;
    }

    private static Cohort cohort(CallawaySantannaFit fit, Integer first) {
        return fit.cohorts().stream()
                .filter(one -> one.cohort().equals(Optional.ofNullable(first)))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UPDATE d SET t = 2 WHERE u = 7 AND t = 3 | CB0532 | unit `7` of `u` has several rows in period 2",
                "UPDATE d SET g = 3 WHERE u = 7 AND t = 3 | CB0509 | unit `7` of `u` has the cohorts never and 3",
                "UPDATE d SET g = 0 WHERE g IS NULL | CB0531 | column `g` has the value 0, and the first period is 1",
                "DELETE FROM d WHERE t = 1 + u % 5 | CB0536 | no unit of `u` is observed in all 5 periods",
                "UPDATE d SET g = 1 WHERE g IS NOT NULL | CB0535 | has no cohort whose effects could be estimated",
                "UPDATE d SET c = 1 | CB0504 | are in one cluster",
                "UPDATE d SET c = 99 WHERE u = 7 AND t = 3 | CB0533 | unit `7` of `u` is in several clusters",
                "ALTER TABLE d ALTER g TYPE VARCHAR | CB0508 | column `g` holds periods and is not numeric",
                "ALTER TABLE d ALTER t TYPE DOUBLE; UPDATE d SET t = 2.5 WHERE t = 2 | CB0530 | has the value 2.5",
                "DELETE FROM d WHERE g IS NULL OR g = 3 OR g = 4 | CB0535 | has no cohort whose effects could be estimated",
                "UPDATE d SET x = u % 2 WHERE g IS NULL | none |",
            })
    void saysWhatIsWrong(String change, String code, String message) {
        for (String statement : change.split(";")) {
            engine.execute(statement);
        }
        if (code.equals("none")) {
            assertThat(fit(KEYS + ", cluster: c, covariates: x").groupTimes()).isNotEmpty();
            return;
        }
        CanbaoException found = catchThrowableOfType(CanbaoException.class, () -> fit(KEYS + ", cluster: c"));
        assertThat(found.diagnostics().get(0).code().id()).isEqualTo(code);
        assertThat(found.diagnostics().get(0).message()).contains(message);
    }

    @Test
    void neverTreatedControlsMustExist() {
        engine.execute("DELETE FROM d WHERE g IS NULL");
        CanbaoException found = catchThrowableOfType(
                CanbaoException.class, () -> fit(KEYS.replace("not-yet-treated", "never-treated")));
        assertThat(found.diagnostics().get(0).code().id()).isEqualTo("CB0534");
    }

    @Test
    void withoutNeverTreatedTheLastCohortIsControl() {
        engine.execute("DELETE FROM d WHERE g IS NULL");
        CallawaySantannaFit fit = fit(KEYS);
        assertThat(cohort(fit, 5).role()).isEqualTo(Role.CONTROL);
        assertThat(cohort(fit, 5).reason()).contains("the last cohort, a control until its treatment");
        assertThat(fit.groupTimes()).allMatch(one -> one.time() < 5 && one.group() < 5);
        assertThat(fit.inference().lost()).containsExactly(new Inference.Loss("no controls left from period 5 on", 60));
    }

    @Test
    void cohortsThatCannotBeEstimatedAreNamed() {
        engine.execute("UPDATE d SET g = 1 WHERE g = 3");
        engine.execute("UPDATE d SET g = 2 WHERE g = 4");
        engine.execute("UPDATE d SET g = 9 WHERE g IS NULL");
        CallawaySantannaFit fit = fit(KEYS + ", anticipation: 1");
        assertThat(cohort(fit, 1))
                .isEqualTo(new Cohort(
                        Optional.of(1), 20, 0, Role.DROPPED, Optional.of("already treated in the first period, 1")));
        assertThat(cohort(fit, 2).reason()).contains("no period before its treatment and anticipation");
        assertThat(cohort(fit, 9))
                .isEqualTo(new Cohort(
                        Optional.of(9), 20, 20, Role.CONTROL, Optional.of("first treated after the last period, 5")));
        assertThat(cohort(fit, 5).role()).isEqualTo(Role.TREATED);
        assertThat(fit.n()).isEqualTo(40);
        assertThat(fit.inference().lost())
                .containsExactly(
                        new Inference.Loss("cohort already treated in the first period", 100),
                        new Inference.Loss("cohort without a period before its treatment and anticipation", 100));
    }

    @Test
    void unitsThatLackAPeriodAreCounted() {
        engine.execute("DELETE FROM d WHERE u = 7 AND t = 3");
        engine.execute("UPDATE d SET y = NULL WHERE u = 8 AND t = 1");
        CallawaySantannaFit fit = fit(KEYS);
        assertThat(fit.n()).isEqualTo(78);
        assertThat(fit.rows()).isEqualTo(390);
        assertThat(fit.inference().lost())
                .containsExactly(
                        new Inference.Loss("missing: y", 1),
                        new Inference.Loss("unit not observed in every period", 8));
    }

    @Test
    void aCollinearCovariateIsNamedWithItsComparison() {
        engine.execute("UPDATE d SET x = 4 WHERE g IS NULL");
        CallawaySantannaFit fit = fit(KEYS + ", covariates: x, method: reg");
        for (GroupTime one : fit.groupTimes()) {
            boolean neverAlone = one.time() == 5 || (one.group() == 5 && one.time() == 4);
            assertThat(one.reason())
                    .as(one.group() + " in " + one.time())
                    .isEqualTo(
                            neverAlone
                                    ? Optional.of("covariate `x` is collinear with `intercept` among 20 controls")
                                    : Optional.empty());
        }
    }

    @Test
    void whereNothingCanBeEstimatedTheFirstReasonIsGiven() {
        engine.execute("UPDATE d SET x = 4 WHERE g IS NULL");
        CanbaoException found = catchThrowableOfType(
                CanbaoException.class,
                () -> fit(KEYS.replace("not-yet-treated", "never-treated") + ", covariates: x, method: reg"));
        assertThat(found.diagnostics().get(0).code().id()).isEqualTo("CB0537");
        assertThat(found.diagnostics().get(0).hints().toString())
                .contains("cohort 3 in 2: covariate `x` is collinear with `intercept` among 20 controls");
    }

    @Test
    void someGapsLeaveTheRest() {
        engine.execute("UPDATE d SET x = 100 + u WHERE g = 4");
        CallawaySantannaFit fit = fit(KEYS + ", covariates: x");
        for (GroupTime one : fit.groupTimes()) {
            assertThat(one.reason().isPresent()).isEqualTo(one.group() == 4);
            assertThat(Double.isNaN(one.effect().estimate())).isEqualTo(one.group() == 4);
        }
        assertThat(fit.groupTimes().get(4).reason().orElseThrow()).startsWith("no overlap");
        assertThat(fit.averages().get(2).by())
                .extracting(CallawaySantannaFit.Point::at)
                .containsExactly(3, 5);
    }

    @Test
    void rowsThatLackAPeriodOfACohortAreNamed() {
        engine.execute("DELETE FROM d WHERE g = 4 AND t = 3");
        CallawaySantannaFit fit = fit(KEYS.replace("unit: u, ", ""));
        GroupTime gap = fit.groupTimes().stream()
                .filter(one -> one.group() == 4 && one.time() == 4)
                .findFirst()
                .orElseThrow();
        assertThat(gap.reason()).contains("no treated in 3");
    }

    @Test
    void aSingularTestSaysWhy() {
        engine.execute("UPDATE d SET c = u % 5");
        CallawaySantannaFit fit = fit(KEYS + ", cluster: c");
        assertThat(fit.pretrend()).isEmpty();
        assertThat(fit.pretrendReason().orElseThrow())
                .contains("6 effects before treatment is singular", "only 5 clusters");
        assertThat(fit(KEYS).pretrendReason()).isEmpty();
    }

    /** Cluster 4 holds all of cohort 3 once the others have left. */
    @Test
    void aJackknifeNamesWhatOneClusterCarries() {
        engine.execute("UPDATE d SET c = 4 WHERE g = 3");
        engine.execute("ALTER TABLE d ADD COLUMN city VARCHAR");
        engine.execute("UPDATE d SET city = 'city ' || c");
        CallawaySantannaFit fit = fit(KEYS + ", cluster: city, inference: jackknife");
        assertThat(fit.gaps()).contains(new Gap("att_gt 3:3", "city 4", "cohort 3 in 3: no treated left"));
        assertThat(fit.groupTimes().get(1).effect().estimate()).isFinite();
        assertThat(fit.groupTimes().get(1).effect().stdError()).isNaN();
        assertThat(fit.inference().clusters()).containsExactly(new Inference.Clusters("city", 7));
        CanbaoException found = catchThrowableOfType(
                CanbaoException.class,
                () -> Estimators.estimate(
                        SpecReader.read(
                                "{model: honest-did, smoothness: [0.1], of: {model: callaway-santanna, base: universal, "
                                        + KEYS + ", cluster: city, inference: jackknife}}",
                                "spec.yaml"),
                        TestSamples.table(engine, "d"),
                        EstimationOptions.DEFAULT));
        assertThat(found.diagnostics().get(0).code().id()).isEqualTo("CB0544");
        assertThat(found.diagnostics().get(0).message()).contains("event time 2 has no standard error");
    }

    @Test
    void aComparisonThatNeedsAClusterForItsCovariateSaysSo() {
        engine.execute("UPDATE d SET x = 4 WHERE g IS NULL AND c <> 3");
        CallawaySantannaFit fit = fit(KEYS.replace("not-yet-treated", "never-treated")
                + ", covariates: x, method: reg, cluster: c, inference: jackknife");
        assertThat(fit.gaps())
                .contains(new Gap(
                        "att_gt 3:3",
                        "3",
                        "cohort 3 in 3: covariate `x` is collinear with `intercept` among 10 controls"));
    }

    @Test
    void withoutPeriodsBeforeThereIsNoTest() {
        engine.execute("DELETE FROM d WHERE g <> 3");
        engine.execute("DELETE FROM d WHERE t = 1");
        assertThat(fit(KEYS).pretrendReason()).contains("no effect before treatment is estimated");
    }
}
