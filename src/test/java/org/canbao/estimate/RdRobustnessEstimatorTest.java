package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.canbao.diag.CanbaoException;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.result.RdDensityFit;
import org.canbao.result.RdLocalFit;
import org.canbao.result.RdRobustnessFit;
import org.canbao.result.RdRobustnessFit.Line;
import org.canbao.result.RdRobustnessFit.Section;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RdRobustnessEstimatorTest {
    private static final Path DATA = Path.of("src/test/resources/reference/simulated/data");

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

    /** Every line is what its own spec gives. */
    @Test
    void linesOfALocalPolynomialAreItsSpecs() {
        Sample rd = TestSamples.csv(engine, DATA.resolve("rd.csv"));
        String base = "model: rd-local, outcome: y, running: x, cutoff: 0";
        RdRobustnessFit fit = robustness(
                "of: {" + base
                        + "}, cutoffs: [-0.3, 0.3], donuts: 0.05, bandwidths: [0.5], orders: [2], covariates: [z]",
                rd);
        RdLocalFit local = local("{" + base + "}", rd);
        same(fit.lines().get(0), local);
        assertThat(fit.lines(Section.CUTOFF)).hasSize(2);
        same(
                fit.lines(Section.CUTOFF).get(0),
                local("{model: rd-local, outcome: y, running: x, cutoff: -0.3, where: x < 0}", rd));
        same(
                fit.lines(Section.CUTOFF).get(1),
                local("{model: rd-local, outcome: y, running: x, cutoff: 0.3, where: x >= 0}", rd));
        same(fit.lines(Section.DONUT).get(0), local("{" + base + ", where: abs(x) >= 0.05}", rd));
        double h = local.left().h() / 2;
        double b = local.left().b() / 2;
        same(fit.lines(Section.BANDWIDTH).get(0), local("{" + base + ", h: " + h + ", b: " + b + "}", rd));
        same(fit.lines(Section.ORDER).get(0), local("{" + base + ", order: 2}", rd));
        same(fit.lines(Section.COVARIATE).get(0), local("{model: rd-local, outcome: z, running: x, cutoff: 0}", rd));
        RdDensityFit density = (RdDensityFit) estimate("{model: rd-density, running: x, cutoff: 0}", rd);
        assertThat(fit.lines(Section.DENSITY).get(0).estimate())
                .contains(density.coefficients().get(0));
    }

    @Test
    void linesOfAGlobalPolynomialAreItsSpecs() {
        Sample cells = TestSamples.csv(engine, DATA.resolve("rdcells.csv"));
        String base =
                "model: rd-polynomial, outcome: y, running: month, cutoff: 0, sides: separate, vcov: hc1, where: migrant = 1";
        RdRobustnessFit fit = robustness(
                "of: {" + base
                        + ", order: 2}, cutoffs: [-12], donuts: [2], windows: [24], orders: [1, 3], covariates: male,"
                        + " density: false",
                cells);
        same(fit.lines().get(0), "{" + base + ", order: 2}", cells);
        same(
                fit.lines(Section.CUTOFF).get(0),
                "{" + base.replace("cutoff: 0", "cutoff: -12").replace("migrant = 1", "migrant = 1 and month < 0")
                        + ", order: 2}",
                cells);
        same(
                fit.lines(Section.DONUT).get(0),
                "{" + base.replace("migrant = 1", "migrant = 1 and abs(month) >= 2") + ", order: 2}",
                cells);
        same(fit.lines(Section.WINDOW).get(0), "{" + base + ", order: 2, window: 24}", cells);
        same(fit.lines(Section.ORDER).get(1), "{" + base + ", order: 3}", cells);
        same(
                fit.lines(Section.COVARIATE).get(0),
                "{" + base.replace("outcome: y", "outcome: male") + ", order: 2}",
                cells);
        assertThat(fit.lines(Section.DENSITY)).isEmpty();
    }

    @Test
    void whatCannotBeEstimatedIsALineWithItsReason() {
        Sample rd = TestSamples.csv(engine, DATA.resolve("rd.csv"));
        RdRobustnessFit fit = robustness(
                "of: {model: rd-local, outcome: y, running: x, cutoff: 0}, cutoffs: [50], density: false", rd);
        Line line = fit.lines(Section.CUTOFF).get(0);
        assertThat(line.estimate()).isEmpty();
        assertThat(line.reason()).contains("is above the cutoff 50");
        assertThat(fit.coefficients()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "of: {model: rd-density, running: x, cutoff: 0} | which is no discontinuity of an outcome",
                "of: nothing | there is no spec `nothing`",
                "of: {model: rd-local, outcome: y, running: x, cutoff: 0}, windows: 3 | a local polynomial has bandwidths",
                "of: {model: rd-local, outcome: y, running: x, cutoff: 0}, donuts: [-1] | expected a positive number",
                "of: {model: rd-local, outcome: y, running: x, cutoff: 99} | is above the cutoff 99",
            })
    void saysWhatIsWrong(String asked, String message) {
        Sample rd = TestSamples.csv(engine, DATA.resolve("rd.csv"));
        assertThatThrownBy(() -> robustness(asked, rd))
                .isInstanceOf(CanbaoException.class)
                .hasMessageContaining(message);
    }

    private static void same(Line line, RdLocalFit fit) {
        Coefficient found = line.estimate().orElseThrow();
        assertThat(found.estimate()).isEqualTo(fit.conventional().estimate());
        assertThat(found.stdError()).isEqualTo(fit.robust().stdError());
        assertThat(found.pValue()).isEqualTo(fit.robust().pValue());
        assertThat(line.low()).isEqualTo(fit.left().h());
        assertThat(line.right()).isEqualTo(fit.right().nH());
    }

    private static void same(Line line, String spec, Sample sample) {
        Fit.RdPolynomial fit = (Fit.RdPolynomial) estimate(spec, sample);
        assertThat(line.estimate()).contains(fit.jump());
        assertThat(line.right()).isEqualTo(fit.treated().rows());
    }

    private static RdLocalFit local(String spec, Sample sample) {
        return (RdLocalFit) estimate(spec, sample);
    }

    private static RdRobustnessFit robustness(String asked, Sample sample) {
        return (RdRobustnessFit) estimate("{model: rd-robustness, " + asked + "}", sample);
    }

    private static Fit estimate(String spec, Sample sample) {
        return Estimators.estimate(SpecReader.read(spec, "s"), sample, EstimationOptions.DEFAULT);
    }
}
