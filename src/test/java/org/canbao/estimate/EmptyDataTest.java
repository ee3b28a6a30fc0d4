package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import org.canbao.design.DesignCode;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.DuckDbEngine;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Columns without a value, which files of text call text, and outcomes that never change. */
class EmptyDataTest {
    private static final String PANEL = "cohort: g, time: t, ";

    @TempDir
    Path folder;

    private DuckDbEngine engine;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(1, folder);
        engine.execute(
                "CREATE TABLE d AS SELECT u, t, nullif(3 + u % 3, 5) AS g, (u - 20)::DOUBLE AS r, 7 AS same,"
                        + " hash(u, t) % 997 / 997.0 AS y, NULL::VARCHAR AS nothing, 'a' AS word FROM range(40) a(u), range(1, 6) b(t)");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Diagnostic finding(String spec) {
        return catchThrowableOfType(
                        CanbaoException.class,
                        () -> Estimators.estimate(
                                SpecReader.read("{" + spec + "}", "spec.yaml"),
                                TestSamples.table(engine, "d"),
                                EstimationOptions.DEFAULT))
                .diagnostics()
                .get(0);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model: ols, formula: y ~ nothing, vcov: iid",
                "model: ols, formula: nothing ~ t, vcov: iid",
                "model: ols, formula: y ~ t, weights: nothing, vcov: iid",
                "model: callaway-santanna, outcome: y, cohort: nothing, time: t, control: never-treated",
                "model: sun-abraham, outcome: y, cohort: g, time: nothing, vcov: iid",
                "model: imputation, outcome: y, cohort: nothing, time: t, fixed_effects: [u, t], cluster: [u]",
                "model: rd-local, outcome: y, running: nothing",
                "model: rd-polynomial, outcome: y, running: nothing, cutoff: 0, order: 1, sides: common, vcov: hc1, window: 20",
                "model: rd-density, running: nothing, cutoff: 0",
            })
    void aColumnWithoutValuesIsNamed(String spec) {
        Diagnostic finding = finding(spec);
        assertThat(finding.code()).isEqualTo(DesignCode.NO_VALUES);
        assertThat(finding.message()).isEqualTo("column `nothing` is missing in all 200 rows of the sample");
    }

    @Test
    void textIsStillText() {
        assertThat(finding("model: ols, formula: y ~ word, vcov: iid").code()).isEqualTo(DesignCode.NOT_A_NUMBER);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "model: ols, formula: same ~ t, vcov: iid",
                "model: callaway-santanna, outcome: same, " + PANEL + "control: never-treated",
                "model: sun-abraham, outcome: same, " + PANEL + "vcov: iid",
                "model: imputation, outcome: same, " + PANEL + "fixed_effects: [u, t], cluster: [u]",
                "model: rd-randomization, outcome: same, running: r, cutoff: 0, window: 5",
            })
    void anOutcomeThatNeverChangesIsAnError(String spec) {
        assertThat(finding(spec).code()).isEqualTo(EstimateCode.OUTCOME_CONSTANT);
    }
}
