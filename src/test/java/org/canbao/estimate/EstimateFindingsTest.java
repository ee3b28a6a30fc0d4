package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.canbao.diag.CanbaoException;
import org.canbao.diag.Diagnostic;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.spec.ModelSpec;
import org.canbao.spec.VcovSpec;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EstimateFindingsTest {
    @TempDir
    Path folder;

    private DuckDbEngine engine;
    private Sample sample;

    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(1, folder);
        engine.execute("CREATE TABLE data AS SELECT i % 5 AS city, i % 3 AS year, 1 AS one, (i % 5) * 2.5 AS c,"
                + " sin(i) AS x, cos(3 * i) AS z, 2 * sin(i) - cos(3 * i) AS xz, sin(i * i) AS y, 4.5 AS k,"
                + " (i % 5) + 0.5 AS ycity, CASE WHEN i = 7 THEN 1 ELSE 0 END AS only7 FROM range(60) AS t(i)");
        sample = TestSamples.table(engine, "data");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "k ~ x; vcov: iid; CB0501; is constant in the 60 rows used",
                "ycity ~ x | city; vcov: iid; CB0501; does not vary within the effects",
                "y ~ c + one | city; vcov: iid; CB0502; has no regressor left to estimate",
                "y ~ x + z; vcov: iid, where: 'x > 0.99'; CB0503; rows for 3 parameters",
                "y ~ x; vcov: cluster, cluster: [one]; CB0504; cluster variable `one` has one value",
                "y ~ x + only7; vcov: hc3; CB0507; has leverage 1",
            })
    void whatCannotBeEstimatedSaysWhy(String formula, String rest, String code, String message) {
        Diagnostic finding = finding(formula, rest);
        assertThat(finding.code().id()).isEqualTo(code);
        assertThat(finding.message()).contains(message);
    }

    @Test
    void nothingLeftNamesEachRegressor() {
        assertThat(finding("y ~ c + one | city", "vcov: iid").hints())
                .containsExactly("`c` does not vary within the effects", "`one` does not vary within the effects");
    }

    private Diagnostic finding(String formula, String rest) {
        return catchThrowableOfType(CanbaoException.class, () -> estimate(formula, rest))
                .diagnostics()
                .get(0);
    }

    @Test
    void leftOutRegressorsAreNamedWithTheirReason() {
        Fit.Regression fit = estimate("y ~ x + c + z + xz | city", "vcov: iid");
        assertThat(fit.dropped())
                .containsExactly(
                        new Fit.Dropped("c", Fit.Dropped.Reason.ABSORBED, List.of()),
                        new Fit.Dropped("xz", Fit.Dropped.Reason.COLLINEAR, List.of("x", "z")));
        Fit.Regression constant = estimate("y ~ x + one", "vcov: iid");
        assertThat(constant.dropped())
                .containsExactly(new Fit.Dropped("one", Fit.Dropped.Reason.COLLINEAR, List.of("intercept")));
    }

    @Test
    void everySpecHasItsEstimatorAndItsCovariance() {
        assertThat(Estimators.BY_SPEC.keySet()).isEqualTo(Set.of(ModelSpec.class.getPermittedSubclasses()));
        assertThat(Sandwich.BY_SPEC.keySet()).isEqualTo(Set.of(VcovSpec.class.getPermittedSubclasses()));
    }

    private Fit.Regression estimate(String formula, String rest) {
        return (Fit.Regression) Estimators.estimate(
                SpecReader.read("{model: ols, formula: '" + formula + "', " + rest + "}", "spec"),
                sample,
                EstimationOptions.DEFAULT);
    }
}
