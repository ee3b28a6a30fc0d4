package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.data.Percentage.withPercentage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.ByEventTime;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.FitJson;
import org.canbao.result.SunAbrahamFit;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Averages of coefficients have Satterthwaite degrees of freedom of their own: those of the coefficient that such an average
 * is, in a regression on other columns of the same space.
 */
class CombinedDegreesTest {
    private static final String VCOV = "vcov: %s, p_value: satterthwaite, cluster: [c]";
    private static final String EFFECTS = ", fixed_effects: [u, t], ";
    private static final List<String> CELLS = List.of("3:-2", "3:0", "3:1", "3:2", "4:-3", "4:-2", "4:0", "4:1");

    @TempDir
    Path folder;

    private DuckDbEngine engine;
    private Sample sample;

    /** 22 units in five periods, cohorts 3, 4 and never, in eleven clusters of two units, and an indicator per cell. */
    @BeforeEach
    void open() {
        engine = DuckDbEngine.open(1, folder);
        StringBuilder indicators = new StringBuilder();
        for (int i = 0; i < CELLS.size(); i++) {
            String[] cell = CELLS.get(i).split(":");
            indicators.append(", coalesce(g = " + cell[0] + " AND t - g = " + cell[1] + ", false)::INT AS d" + i);
        }
        engine.execute("CREATE TABLE d AS SELECT *, c * 0.1 * t + hash(u, t) % 1009 / 500.0 AS y" + indicators
                + " FROM (SELECT u, t, u // 2 AS c, CASE WHEN u < 6 THEN 3 WHEN u < 14 THEN 4 END AS g"
                + " FROM range(22) a(u), range(1, 6) b(t))");
        sample = TestSamples.table(engine, "d");
    }

    @AfterEach
    void close() {
        engine.close();
    }

    private Fit fit(String keys) {
        return Estimators.estimate(SpecReader.read("{" + keys + "}", "spec.yaml"), sample, EstimationOptions.DEFAULT);
    }

    /** The combination of cells with these weights as a coefficient: of the last cell that has any, whose column it takes. */
    private Coefficient combination(double[] weights, String vcov) {
        int last = IntStream.range(0, weights.length)
                .filter(i -> weights[i] != 0)
                .max()
                .orElseThrow();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < weights.length; i++) {
            columns.add(
                    i == last
                            ? "I(d" + last + " / " + weights[last] + ")"
                            : "I(d" + i + " - " + weights[i] / weights[last] + " * d" + last + ")");
        }
        Fit ols =
                fit("model: ols, formula: 'y ~ " + String.join(" + ", columns) + " | u + t', " + VCOV.formatted(vcov));
        return ols.coefficients().get(last);
    }

    private static void same(Coefficient found, Coefficient expected) {
        assertThat(found.estimate()).isCloseTo(expected.estimate(), withPercentage(1e-8));
        assertThat(found.stdError()).isCloseTo(expected.stdError(), withPercentage(1e-8));
        assertThat(found.df().orElseThrow()).isCloseTo(expected.df().orElseThrow(), withPercentage(1e-7));
        assertThat(found.pValue()).isCloseTo(expected.pValue(), withPercentage(1e-6));
        assertThat(found.confLow()).isCloseTo(expected.confLow(), withPercentage(1e-6));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cr0", "cr2", "cr3-jackknife"})
    void averagesOverCohortsHaveTheirOwn(String vcov) {
        SunAbrahamFit fit = (SunAbrahamFit)
                fit("model: sun-abraham, outcome: y, cohort: g, time: t" + EFFECTS + VCOV.formatted(vcov));
        double all = 3 * 6 + 2 * 8;
        same(
                fit.coefficient("att").orElseThrow(),
                combination(new double[] {0, 6 / all, 6 / all, 6 / all, 0, 0, 8 / all, 8 / all}, vcov));
        Coefficient atZero = combination(new double[] {0, 6 / 14.0, 0, 0, 0, 0, 8 / 14.0, 0}, vcov);
        Fit.AtTime zero =
                fit.by().stream().filter(at -> at.at() == 0).findFirst().orElseThrow();
        assertThat(zero.pValue()).isCloseTo(atZero.pValue(), withPercentage(1e-6));
        assertThat(zero.confLow()).isCloseTo(atZero.confLow(), withPercentage(1e-6));
        double a = 6 / 14.0 / 3;
        double b = 8 / 14.0 / 3;
        same(
                ((ByEventTime) fit).average().orElseThrow(),
                combination(new double[] {0, a, a, 1 / 3.0, 0, 0, b, b}, vcov));
        assertThat(FitJson.read(FitJson.write(fit))).isEqualTo(fit);
    }

    @Test
    void theAverageOfAnEventStudyHasItsOwn() {
        Fit.EventStudy fit = (Fit.EventStudy) fit("model: event-study, outcome: y, cohort: g, time: t, window: [-3, 2],"
                + " reference: -1" + EFFECTS + VCOV.formatted("cr2"));
        Fit ols = fit(
                "model: ols, formula: 'y ~ I(d1 + d6 - d3) + I(d2 + d7 - d3) + I(3 * d3) + d4 + I(d0 + d5) | u + t', "
                        + VCOV.formatted("cr2"));
        same(fit.average().orElseThrow(), ols.coefficients().get(2));
    }

    @Test
    void aCohortOfOneClusterIsRefusedWhereClustersAreLeftOut() {
        engine.execute("DELETE FROM d WHERE g = 3 AND c > 0");
        CanbaoException found = catchThrowableOfType(
                CanbaoException.class,
                () -> fit("model: sun-abraham, outcome: y, cohort: g, time: t" + EFFECTS
                        + VCOV.formatted("cr3-jackknife")));
        assertThat(found.diagnostics().get(0).message()).contains("cannot be estimated without cluster 1 of `c`");
    }

    @Test
    void sharedDegreesStayShared() {
        SunAbrahamFit fit = (SunAbrahamFit)
                fit("model: sun-abraham, outcome: y, cohort: g, time: t" + EFFECTS + "vcov: cr2, cluster: [c]");
        assertThat(fit.coefficient("att").orElseThrow().df()).isEmpty();
        assertThat(fit.average().orElseThrow().df()).isEmpty();
    }
}
