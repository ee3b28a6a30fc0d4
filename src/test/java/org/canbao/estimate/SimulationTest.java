package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Known truth: the estimate is unbiased, and its 95% interval covers it as often as it says. */
class SimulationTest {
    private static final double TRUTH = 0.3;
    private static final int SAMPLES = 200;

    @TempDir
    Path folder;

    @Test
    void biasAndCoverage() {
        double sum = 0;
        double squares = 0;
        int covered = 0;
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            for (int s = 0; s < SAMPLES; s++) {
                Fit.Regression fit = (Fit.Regression) Estimators.estimate(
                        SpecReader.read(
                                "{model: ols, formula: 'y ~ did + x1 + x2 + z | city + year', vcov: cluster, cluster: [city]}",
                                "s"),
                        RandomPanel.of(1000 + s, 40, 800).load(engine, folder),
                        EstimationOptions.DEFAULT);
                Coefficient did = fit.coefficient("did").orElseThrow();
                sum += did.estimate() - TRUTH;
                squares += Math.pow(did.estimate() - TRUTH, 2);
                covered += did.confLow() <= TRUTH && TRUTH <= did.confHigh() ? 1 : 0;
            }
        }
        double bias = sum / SAMPLES;
        double error = Math.sqrt(squares / SAMPLES / SAMPLES);
        assertThat(Math.abs(bias)).as("four Monte Carlo standard errors").isLessThan(4 * error);
        assertThat(covered / (double) SAMPLES)
                .as("95%% within four Monte Carlo standard errors of 1.5 points")
                .isBetween(0.89, 1.0);
    }
}
