package org.canbao.estimate.rd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Percentage.withPercentage;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.canbao.math.CounterRandom;
import org.canbao.spec.RdDensityOptions;
import org.canbao.spec.RdDensityOptions.Binomial;
import org.canbao.spec.RdDensityOptions.Sides;
import org.canbao.spec.RdKernel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocalDensityTest {
    /** 200 values about the cutoff: those of the numerical baseline that rddensity's authors publish. */
    static MassPoints baseline(double cutoff) {
        double[] x = IntStream.range(0, 200)
                .mapToDouble(i -> -1.5 + 3.0 * i / 199 + 0.05 * Math.sin(i) - cutoff)
                .toArray();
        long[] ones = new long[200];
        Arrays.fill(ones, 1);
        return MassPoints.of(x, ones);
    }

    static RdDensityOptions options(RdKernel kernel, boolean restricted, boolean plugin, boolean adjust) {
        return new RdDensityOptions(
                2,
                3,
                kernel,
                restricted,
                plugin,
                RdDensityOptions.Bandwidth.COMB,
                Optional.empty(),
                adjust,
                23,
                23,
                Binomial.DEFAULT);
    }

    /** Values of rddensity 3.0, to ten digits. */
    @ParameterizedTest
    @CsvSource({
        "TRIANGULAR, false, false, 0, 0.6, 0.6, 0.35436788441285694, 0.36540670986861795, 0.317064829733349",
        "UNIFORM, false, false, 0, 0.7, 0.7, 0.34130026841511707, 0.34206577490164947, 0.2782076787543301",
        "TRIANGULAR, true, false, 0, 0.8, 0.8, 0.33395764754479695, 0.3326971833587432, 0.1556351689639912",
        "EPANECHNIKOV, false, true, 0, 0.75, 0.65, 0.34538795054281, 0.3539763059814049, 0.2696431804595114",
    })
    void agreesWithRddensity(
            RdKernel kernel,
            boolean restricted,
            boolean plugin,
            double cutoff,
            double hl,
            double hr,
            double left,
            double right,
            double sd) {
        SideDensities found = new LocalDensity(baseline(cutoff), options(kernel, restricted, plugin, true))
                .at(new Sides(hl, hr), 3, 1);
        assertThat(found.left()).isCloseTo(left, withPercentage(1e-8));
        assertThat(found.right()).isCloseTo(right, withPercentage(1e-8));
        assertThat(Math.sqrt(found.differenceVariance())).isCloseTo(sd, withPercentage(1e-8));
    }

    @Test
    void bandwidthsAgreeWithRddensity() {
        double[] h = new DensityBandwidth(baseline(0), options(RdKernel.UNIFORM, false, true, true)).all();
        double[] expected = {1.5, 1.2162903249862569, 1.5096395383771382, 1.3047744953900375};
        for (int i = 0; i < 4; i++) {
            assertThat(h[i]).isCloseTo(expected[i], withPercentage(1e-6));
        }
    }

    /** The sums over equal values have closed forms: rows one by one give the same where no value occurs twice. */
    @Test
    void nearlyEqualValuesAreRowsOfOneValue() {
        double[] rows = new double[400];
        double[] values = new double[40];
        long[] counts = new long[40];
        int row = 0;
        for (int i = 0; i < 40; i++) {
            values[i] = (i - 20.5) / 20;
            counts[i] = 10;
            for (int k = 0; k < 10; k++) {
                rows[row++] = values[i] + 1e-9 * k;
            }
        }
        long[] ones = new long[400];
        Arrays.fill(ones, 1);
        RdDensityOptions off = options(RdKernel.TRIANGULAR, false, false, false);
        SideDensities tied = new LocalDensity(MassPoints.of(values, counts), off).at(new Sides(0.9, 0.9), 2, 1);
        SideDensities apart = new LocalDensity(MassPoints.of(rows, ones), off).at(new Sides(0.9, 0.9), 2, 1);
        assertThat(tied.left()).isCloseTo(apart.left(), withPercentage(1e-5));
        assertThat(tied.rightVariance()).isCloseTo(apart.rightVariance(), withPercentage(1e-5));
    }

    /** Under the null; the jackknife errs on the side of caution, so that the test may reject less than it says. */
    @Test
    void rejectsNoMoreThanItSays() {
        int samples = 400;
        int rejected = 0;
        for (int s = 0; s < samples; s++) {
            CounterRandom random = new CounterRandom(7, "null", s);
            double[] x = IntStream.range(0, 1000)
                    .mapToDouble(i -> random.nextDouble() * 2 - 0.9)
                    .toArray();
            long[] ones = new long[x.length];
            Arrays.fill(ones, 1);
            SideDensities found = at(MassPoints.of(x, ones), RdDensityOptions.DEFAULT);
            rejected += Math.abs(found.difference()) > 1.6448536 * Math.sqrt(found.differenceVariance()) ? 1 : 0;
        }
        double error = Math.sqrt(0.1 * 0.9 / samples);
        assertThat(rejected / (double) samples).isBetween(0.1 - 5 * error, 0.1 + 2 * error);
    }

    private static SideDensities at(MassPoints points, RdDensityOptions options) {
        return new LocalDensity(points, options)
                .at(new DensityBandwidth(points, options).choose(), options.biasOrder(), 1);
    }
}
