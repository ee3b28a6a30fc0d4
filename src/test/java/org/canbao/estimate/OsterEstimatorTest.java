package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Locale;
import org.canbao.design.EstimationPath;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.FitJson;
import org.canbao.result.Inference;
import org.canbao.result.OsterFit;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sensitivity to unobservables: known truth, rows, round trip, bad input; reference cases hold the digits. */
class OsterEstimatorTest {
    @TempDir
    Path folder;

    private DuckDbEngine engine;

    /** y = 0.5 x + w + u, x having as much of w as of u: selection on both is the same. */
    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(2, folder);
        engine.execute("CREATE TABLE data AS SELECT *, 0.5 * x + w + u + 0.5 * e2 AS y FROM (SELECT *, 0.6 * w + 0.6 * u"
                + " + e1 AS x FROM (SELECT i, i % 7 AS city, sin(i * 12.9898) * 1.4142 AS w, sin(i * 78.233 + 1) * 1.4142"
                + " AS u, sin(i * 37.719 + 2) * 1.4142 AS e1, sin(i * 4.898 + 3) * 1.4142 AS e2, CASE WHEN i % 10 = 0 THEN"
                + " NULL ELSE sin(i * 0.37) END AS gap FROM range(20000) AS t(i)))");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    /** With the R² of the regression that has the unobservable, selection of equal strength gives the truth back. */
    @Test
    void findsTheTruthIfUnobservablesAreAsWasAssumed() {
        double[] r2 = new double[1];
        engine.query(
                "SELECT 1 - 0.25 * var_pop(e2) / var_pop(y) FROM data", chunk -> chunk.doubles(0, r2, 0));
        String rMax = String.format(Locale.ROOT, "%.9f", r2[0]);
        OsterFit fit = fit("{model: ols, formula: y ~ x, vcov: iid}", "{model: ols, formula: y ~ x + w, vcov: iid}",
                "x, r_max: " + rMax + ", beta: 0.5");
        assertThat(fit.coefficients().get(0).estimate()).isGreaterThan(0.7);
        assertThat(fit.betaStar().orElseThrow()).isEqualTo(0.5, within(0.02));
        assertThat(fit.deltaStar().orElseThrow()).isEqualTo(1, within(0.05));
        assertThat(fit.reverses()).isFalse();
    }

    @Test
    void bothRegressionsUseTheRowsOfTheLonger() {
        OsterFit fit = fit("{model: ols, formula: y ~ x | city, vcov: hc1}",
                "{model: ols, formula: y ~ x + w + gap | city, vcov: hc1}", "x");
        assertThat(fit.n()).isEqualTo(18000);
        assertThat(fit.inference().lost()).containsExactly(new Inference.Loss("missing: gap", 2000));
        OsterFit without = fit("{model: ols, formula: y ~ x | city, vcov: hc1, where: gap IS NOT NULL}",
                "{model: ols, formula: y ~ x + w + gap | city, vcov: hc1, where: gap IS NOT NULL}", "x");
        assertThat(without.shorter()).isEqualTo(fit.shorter());
        assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
    }

    @Test
    void anyPathAndNumberOfThreadsGivesTheSame() {
        String shorter = "{model: ols, formula: y ~ x, vcov: iid}";
        String longer = "{model: ols, formula: y ~ x + w | city, vcov: iid}";
        OsterFit moments = fit(shorter, longer, "x", 2, EstimationPath.MOMENTS);
        OsterFit rows = fit(shorter, longer, "x", 2, EstimationPath.ROWS);
        assertThat(moments.deltaStar().orElseThrow()).isEqualTo(rows.deltaStar().orElseThrow(), within(1e-9));
        assertThat(FitJson.write(fit(shorter, longer, "x", 1, EstimationPath.ROWS))).isEqualTo(FitJson.write(rows));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "y ~ x | y ~ x + w | z | `z` has no estimate in `short`",
                "y ~ w | y ~ x + w | x | `x` has no estimate in `short`",
                "y ~ x | u ~ x + w | x | have different outcomes",
                "y ~ x | y ~ x + w | x, r_max: 0.2 | is below the R² of the longer regression",
                "y ~ x | y ~ x + w | x, r_max: 1.2 | an R² above 0 and not above 1",
                "y ~ x | y ~ x + w | x, r_max: 0.9, r_max_multiple: 2 | `r_max` says what `r_max_multiple` would",
            })
    void saysWhatIsWrong(String shorter, String longer, String rest, String message) {
        assertThatThrownBy(() -> fit(
                        "{model: ols, formula: " + shorter + ", vcov: iid}",
                        "{model: ols, formula: " + longer + ", vcov: iid}",
                        rest))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining(message);
    }

    @Test
    void effectsOfTheShorterMustBeTheLongers() {
        assertThatThrownBy(() -> fit("{model: ols, formula: y ~ x | city, vcov: iid}",
                        "{model: ols, formula: y ~ x + w, vcov: iid}", "x"))
                .hasMessageContaining("absorbs `city`, which `long` does not");
    }

    private OsterFit fit(String shorter, String longer, String rest) {
        return fit(shorter, longer, rest, 2, EstimationPath.AUTO);
    }

    private OsterFit fit(String shorter, String longer, String rest, int threads, EstimationPath path) {
        return (OsterFit) Estimators.estimate(
                SpecReader.read(
                        "{model: oster, short: " + shorter + ", long: " + longer + ", coefficient: " + rest + "}", "spec"),
                TestSamples.table(engine, "data"),
                new EstimationOptions(threads, path));
    }
}
