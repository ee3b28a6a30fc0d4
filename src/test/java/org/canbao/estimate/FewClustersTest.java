package org.canbao.estimate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.canbao.engine.DuckDbEngine;
import org.canbao.result.Coefficient;
import org.canbao.result.Fit;
import org.canbao.sample.Sample;
import org.canbao.yaml.SpecReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten clusters of unequal size, three of them treated, errors correlated within: intervals of CR2 with Satterthwaite
 * degrees of freedom cover the truth about as often as they say, those of CR1 with normal critical values do not.
 */
class FewClustersTest {
    private static final int SAMPLES = 120;
    private static final int CLUSTERS = 10;
    private static final double NORMAL = 1.959963984540054;

    @TempDir
    Path folder;

    @Test
    void coverage() throws IOException {
        int cr2 = 0;
        int cr1 = 0;
        try (DuckDbEngine engine = DuckDbEngine.open(1, folder)) {
            Sample sample = TestSamples.csv(engine, write());
            for (int s = 0; s < SAMPLES; s++) {
                Coefficient own = treat("cr2, p_value: satterthwaite", s, sample);
                cr2 += own.confLow() <= 0 && 0 <= own.confHigh() ? 1 : 0;
                cr1 += Math.abs(treat("cr1", s, sample).statistic()) <= NORMAL ? 1 : 0;
            }
        }
        assertThat(cr2 / (double) SAMPLES)
                .as("95%% less about four Monte Carlo standard errors of 2 points")
                .isBetween(0.88, 1.0);
        assertThat(cr1 / (double) SAMPLES).as("too short").isLessThan(0.88);
    }

    private static Coefficient treat(String vcov, int s, Sample sample) {
        String spec = "{model: ols, formula: y ~ treat + x, cluster: [c], where: s = " + s + ", vcov: " + vcov + "}";
        Fit.Regression fit =
                (Fit.Regression) Estimators.estimate(SpecReader.read(spec, "spec"), sample, EstimationOptions.DEFAULT);
        return fit.coefficient("treat").orElseThrow();
    }

    private Path write() throws IOException {
        SplittableRandom random = new SplittableRandom(20);
        StringBuilder out = new StringBuilder("s,c,treat,x,y\n");
        for (int s = 0; s < SAMPLES; s++) {
            for (int c = 0; c < CLUSTERS; c++) {
                double common = random.nextGaussian();
                for (int i = 0; i < 4 + c; i++) {
                    double x = random.nextGaussian();
                    double y = x + common + random.nextGaussian();
                    out.append(s + "," + c + "," + (c % 4 == 0 ? 1 : 0) + "," + x + "," + y + "\n");
                }
            }
        }
        return Files.writeString(folder.resolve("few.csv"), out);
    }
}
