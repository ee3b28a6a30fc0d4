package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Inference;
import org.canbao.result.RdLocalFit;
import org.canbao.result.RdLocalFit.Warning;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Local discontinuities from a sample: what is read, and what bad input gets. */
class RdLocalEstimatorTest {
    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(1, folder);
        engine.execute("CREATE TABLE rd AS SELECT i, (i * 7919 % 1000) / 500.0 - 1 AS x, i % 30 AS g,"
                + " CASE WHEN i % 11 = 0 THEN NULL ELSE 1.0 * (i * 104729 % 997) / 997 END AS z,"
                + " i % 2 AS w, 0 AS zero, 'a' AS word, floor((i * 7919 % 1000) / 100.0) - 5 AS step,"
                + " (i * 31 % 7)::DOUBLE AS noise FROM range(1, 1200) t(i)");
        engine.execute("ALTER TABLE rd ADD COLUMN y DOUBLE");
        engine.execute("ALTER TABLE rd ADD COLUMN d DOUBLE");
        engine.execute("UPDATE rd SET y = x + 2 * x * x + CAST(x >= 0 AS INTEGER) + 0.1 * noise,"
                + " d = CAST(i % 5 < CASE WHEN x >= 0 THEN 4 ELSE 1 END AS INTEGER)");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void readsTheColumnsOfEveryRole() {
        RdLocalFit fit =
                fit("outcome: y, running: x, treatment: d, covariates: [z, z^2, i(w)], cluster: [g], where: i > 9");
        assertThat(fit.design().outcome()).isEqualTo("y");
        assertThat(fit.running()).isEqualTo("x");
        assertThat(fit.design().treatment()).contains("d");
        assertThat(fit.design().covariates()).containsExactly("z", "z^2", "w::1");
        assertThat(fit.inference().vcov()).isEqualTo("cr1");
        assertThat(fit.inference().clusters()).containsExactly(new Inference.Clusters("g", 30));
        assertThat(fit.inference().lost())
                .containsExactly(new Inference.Loss("where", 9), new Inference.Loss("missing: z", 109));
        assertThat(fit.n()).isEqualTo(1199 - 9 - 109);
        assertThat(fit.left().n() + fit.right().n()).isEqualTo(fit.n());
        assertThat(fit.firstStage()).hasSize(3);
    }

    @Test
    void outcomesMayBeExpressionsAndWeightsLoseRowsWithoutWeight() {
        RdLocalFit fit = fit("outcome: log(y + 3), running: x, weights: w, h: [0.4, 0.5], b: 0.8, vcov: hc1");
        assertThat(fit.outcome()).isEqualTo("log(y + 3)");
        assertThat(fit.inference().weights()).contains("w");
        assertThat(fit.inference().lost())
                .extracting(Inference.Loss::reason)
                .containsExactly("weight: zero or missing");
        assertThat(List.of(
                        fit.left().h(),
                        fit.right().h(),
                        fit.left().b(),
                        fit.right().b()))
                .containsExactly(0.4, 0.5, 0.8, 0.8);
        assertThat(fit.design().bandwidth()).isEqualTo("given");
    }

    @Test
    void theSideOfTheCutoffIsRightOfIt() {
        RdLocalFit fit = fit("outcome: y, running: step, cutoff: 0, h: 4, vcov: hc0");
        assertThat(fit.right().n()).isEqualTo(engine.count("SELECT count(*) FROM rd WHERE step >= 0"));
        assertThat(fit.right().nH()).isEqualTo(engine.count("SELECT count(*) FROM rd WHERE step >= 0 AND step < 4"));
        assertThat(fit.right().unique()).isEqualTo(5);
    }

    @Test
    void aDiscreteRunningVariableIsSaid() {
        assertThat(fit("outcome: y, running: step, h: 4, vcov: hc0").warnings())
                .containsExactly(new Warning(Warning.Kind.MASS_POINTS, List.of(5.0, 5.0)));
        assertThat(fit("outcome: y, running: step, h: 4, cluster: [step]").warnings())
                .extracting(Warning::kind)
                .containsExactly(Warning.Kind.FEW_CLUSTERS);
    }

    @Test
    void fewRowsAreAllUsed() {
        RdLocalFit fit = fit("outcome: y, running: x, where: i <= 15");
        assertThat(fit.design().bandwidth()).isEqualTo("all");
        assertThat(fit.warnings()).contains(new Warning(Warning.Kind.FEW_ROWS, List.of(15.0)));
        assertThat(fit("outcome: y, running: x, h: 0.9, where: i <= 15").left().h())
                .isEqualTo(0.9);
    }

    @Test
    void aWeakFirstStageIsSaid() {
        assertThat(fit("outcome: y, running: x, treatment: noise, sharpbw: true")
                        .warnings())
                .extracting(Warning::kind)
                .contains(Warning.Kind.WEAK_FIRST_STAGE);
    }

    @Test
    void anOutcomeWithoutNoiseHasNoStandardError() {
        assertThat(fit("outcome: x, running: x, h: 0.5, vcov: hc0").warnings())
                .extracting(Warning::kind)
                .contains(Warning.Kind.NO_VARIATION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CB0550 | outcome: y, running: x, cutoff: 3 | no value of the running variable `x` is above the cutoff 3",
                "CB0550 | outcome: y, running: x, cutoff: -1 | no value of the running variable `x` is below the cutoff -1",
                "CB0550 | outcome: y, running: zero | no value of the running variable `zero` is below the cutoff 0",
                "CB0551 | outcome: y, running: step, h: 1.5 | the running variable has 1 distinct value within 1.5 left of"
                        + " the cutoff, and a polynomial of degree 1 needs 2",
                "CB0551 | outcome: y, running: x, h: 0.0001, b: 1 | the running variable has 0 distinct values",
                "CB0552 | outcome: zero, running: x | no bandwidth can be chosen",
                "CB0553 | outcome: y, running: x, treatment: zero | treatment `zero` does not jump at the cutoff",
                "CB0554 | outcome: y, running: x, cluster: [zero] | all rows within the bandwidth left of the cutoff are in"
                        + " one cluster",
                "CB0555 | outcome: y, running: step, h: 3.5, where: 'i < 15', vcov: hc1 | the 3 rows within the bandwidth left of",
                "CB0402 | outcome: y, running: word | column `word` is text and stands where a number is needed",
                "CB0401 | outcome: y, running: xx | column `xx` is not in the sample",
                "CB0405 | outcome: y, running: x, where: i < 0 | no row of the sample is left",
            })
    void saysWhatIsWrong(String code, String spec, String message) {
        CanbaoException error = catchThrowableOfType(CanbaoException.class, () -> fit(spec));
        assertThat(error).as(spec).isNotNull().hasMessageContaining(message);
        assertThat(error.diagnostics().get(0).code().id())
                .as(error.getMessage())
                .isEqualTo(code);
        assertThat(error.diagnostics().get(0).place()).isPresent();
        assertThat(error.diagnostics().get(0).hints()).isNotEmpty();
    }

    private RdLocalFit fit(String keys) {
        Sample sample = TestSamples.table(engine, "rd");
        return (RdLocalFit) Estimators.estimate(
                SpecReader.read("{model: rd-local, " + keys + "}", "s.yaml"), sample, EstimationOptions.DEFAULT);
    }
}
