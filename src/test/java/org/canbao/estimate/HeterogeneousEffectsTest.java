package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Coefficient;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Effects that grow and differ by cohort: estimators by cohort are unbiased, the two-way estimate is not. */
class HeterogeneousEffectsTest {
    private static final int SAMPLES = 150;
    private static final String COMMON = "outcome: y, cohort: g, time: time";

    @TempDir
    Path folder;

    /** Sums over samples of errors, their squares, and intervals that cover. */
    private static final class Tally {
        private double errors;
        private double squares;
        private int covered;

        void add(Coefficient c, double truth) {
            double error = c.estimate() - truth;
            errors += error;
            squares += error * error;
            covered += c.confLow() <= truth && truth <= c.confHigh() ? 1 : 0;
        }

        double bias() {
            return errors / SAMPLES;
        }

        /** The bias in Monte Carlo standard errors. */
        double z() {
            return bias() / Math.sqrt((squares / SAMPLES - bias() * bias()) / SAMPLES);
        }

        double coverage() {
            return covered / (double) SAMPLES;
        }
    }

    @Test
    void biasAndCoverage() {
        Tally sunAbraham = new Tally();
        Tally imputation = new Tally();
        Tally twoWay = new Tally();
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            for (int s = 0; s < SAMPLES; s++) {
                StaggeredPanel panel = StaggeredPanel.of(5000 + s, 60, 1);
                Sample sample = panel.load(engine, folder);
                sunAbraham.add(
                        estimate(
                                "{model: sun-abraham, fixed_effects: [unit, time], vcov: cluster, cluster: [unit], "
                                        + COMMON + "}",
                                "att",
                                sample),
                        panel.effect());
                imputation.add(
                        estimate("{model: imputation, unit: unit, " + COMMON + "}", "att", sample), panel.effect());
                twoWay.add(
                        estimate(
                                "{model: ols, formula: 'y ~ d | unit + time', vcov: cluster, cluster: [unit]}",
                                "d",
                                sample),
                        panel.effect());
            }
        }
        assertThat(Math.abs(sunAbraham.z())).as("Monte Carlo standard errors").isLessThan(3.5);
        assertThat(Math.abs(imputation.z())).as("Monte Carlo standard errors").isLessThan(3.5);
        assertThat(sunAbraham.coverage()).isBetween(0.88, 0.99);
        assertThat(imputation.coverage()).as("conservative").isBetween(0.88, 1.0);
        assertThat(twoWay.bias()).as("the two-way estimate is far too low").isLessThan(-0.5);
        assertThat(twoWay.coverage()).isLessThan(0.2);
    }

    private static Coefficient estimate(String spec, String name, Sample sample) {
        return Estimators.estimate(SpecReader.read(spec, "s"), sample, EstimationOptions.DEFAULT)
                .coefficient(name)
                .orElseThrow();
    }
}
