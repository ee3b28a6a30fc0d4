package org.canbao.estimate.honest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.Arrays;
import org.apache.commons.math3.linear.Array2DRowRealMatrix;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.RealMatrix;
import org.canbao.math.CounterRandom;
import org.canbao.result.HonestDidFit.Ends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The event study of Benzarti and Carloni (2019) that R's HonestDiD has as {@code BCdata_EventStudy}, rounded to seven
 * digits, and what HonestDiD 0.2 gives for it (published with its Stata and Python ports, whose tests compare with R).
 */
class HonestDidKernelTest {
    private static final double[] BETA = {
        0.006696352, 0.029345034, -0.006472972, 0.073014989, 0.195961118, 0.312063903, 0.239541546, 0.126042500
    };
    private static final double[][] SIGMA = {
        {8.428358e-04, 4.768687e-04, 2.618051e-04, 2.354220e-04, 1.676371e-04, 1.128708e-04, 1.992816e-05, -1.368265e-04
        },
        {4.768687e-04, 6.425420e-04, 3.987425e-04, 2.435515e-04, 2.201960e-04, 1.804591e-04, 3.843765e-05, -2.960422e-05
        },
        {2.618051e-04, 3.987425e-04, 5.229950e-04, 2.117686e-04, 1.840722e-04, 1.458528e-04, 7.005197e-05, 5.952995e-05
        },
        {2.354220e-04, 2.435515e-04, 2.117686e-04, 3.089595e-04, 1.197866e-04, 1.334081e-04, 1.016335e-04, 1.079052e-04
        },
        {1.676371e-04, 2.201960e-04, 1.840722e-04, 1.197866e-04, 3.599704e-04, 2.478819e-04, 1.749579e-04, 1.654257e-04
        },
        {1.128708e-04, 1.804591e-04, 1.458528e-04, 1.334081e-04, 2.478819e-04, 4.263950e-04, 2.171438e-04, 2.892748e-04
        },
        {1.992816e-05, 3.843765e-05, 7.005197e-05, 1.016335e-04, 1.749579e-04, 2.171438e-04, 4.886698e-04, 3.805322e-04
        },
        {
            -1.368265e-04,
            -2.960422e-05,
            5.952995e-05,
            1.079052e-04,
            1.654257e-04,
            2.892748e-04,
            3.805322e-04,
            7.617394e-04
        },
    };

    private static TrendEstimates data(int target) {
        double[] l = new double[4];
        l[target] = 1;
        return new TrendEstimates(BETA, SIGMA, 4, l);
    }

    /** HonestDiD simulates the folded normal quantile and stops its optimiser early: three digits are its own. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.13141131596381356, 0.216169648209591",
        "0, 0.01, 0.1549652670807741, 0.2703845303265206",
        "0, 0.02, 0.17730108790014376, 0.31595646819476952",
        "0, 0.03, 0.18940446443439926, 0.34854775003919292",
        "2, 0, 0.144, 0.260",
        "2, 0.1, -0.244, 1.16",
        "2, 0.3, -1.44, 2.36",
    })
    void fixedLengthIntervalsOfHonestDid(int period, double m, double low, double high) {
        FixedLength.Interval interval = new FixedLength(data(period), 0.05).at(m);
        assertThat(interval.low()).isCloseTo(low, offset(low < -1 ? 5e-3 : 1.1e-3));
        assertThat(interval.high()).isCloseTo(high, offset(high > 1 ? 5e-3 : 1.1e-3));
    }

    /** Found by direct search over the weights (scipy's Nelder-Mead, exact quantiles). */
    @ParameterizedTest
    @CsvSource({
        "0, 0.0423300362, 0.17378965",
        "0.005, 0.0494923063, 0.19011974",
        "0.01, 0.0577518863, 0.21272000",
        "0.02, 0.0693861579, 0.24585790",
        "0.03, 0.0796185466, 0.26897611",
        "0.1, 0.1495781667, 0.26897611",
    })
    void theShortestIntervals(double m, double halfLength, double estimate) {
        FixedLength.Interval interval = new FixedLength(data(0), 0.05).at(m);
        assertThat(interval.halfLength()).isCloseTo(halfLength, offset(2e-10));
        assertThat(interval.estimate()).isCloseTo(estimate, offset(2e-6));
    }

    /** Without a change of slope the best estimator is the effect less the line that generalised least squares fits. */
    @Test
    void aStraightLineIsExtrapolatedByGeneralisedLeastSquares() {
        FixedLength.Interval interval = new FixedLength(data(0), 0.05).at(0);
        RealMatrix inverse = MatrixUtils.inverse(new Array2DRowRealMatrix(SIGMA));
        RealMatrix x = new Array2DRowRealMatrix(new double[][] {
            {-4, 0, 0, 0, 0}, {-3, 0, 0, 0, 0}, {-2, 0, 0, 0, 0}, {-1, 0, 0, 0, 0},
            {1, 1, 0, 0, 0}, {2, 0, 1, 0, 0}, {3, 0, 0, 1, 0}, {4, 0, 0, 0, 1}
        });
        RealMatrix gram = MatrixUtils.inverse(x.transpose().multiply(inverse).multiply(x));
        double effect = gram.multiply(x.transpose()).multiply(inverse).operate(BETA)[1];
        assertThat(interval.estimate()).isCloseTo(effect, offset(1e-10));
        assertThat(interval.halfLength())
                .isCloseTo(NormalTails.critical(0.05) * Math.sqrt(gram.getEntry(1, 1)), offset(1e-10));
    }

    /** HonestDiD accepts values of a grid whose steps are 0.0008, and has other draws of its first stage. */
    @ParameterizedTest
    @CsvSource({
        "0, 0, 0.159, 0.233",
        "0, 0.5, 0.11812948578177346, 0.27158386602562062",
        "0, 1.0, 0.06723125075039843, 0.31868372530838568",
        "0, 1.5, 0.013294315120135292, 0.36958196033976071",
        "2, 0.5, 0.071, 0.414",
        "2, 1, -0.091, 0.576",
        "2, 2, -0.434, 0.919",
    })
    void relativeMagnitudesOfHonestDid(int period, double m, double low, double high) {
        Ends ends = new RelativeMagnitudes(data(period), 0.05, 1000, 1, 2).at(m).orElseThrow();
        double grid = period == 0 ? 2e-3 : 0.0202;
        assertThat(ends.low()).isCloseTo(low, offset(grid)).isLessThan(low + 1e-3);
        assertThat(ends.high()).isCloseTo(high, offset(grid)).isGreaterThan(high - 1e-3);
    }

    @Test
    void identifiedSets() {
        RelativeMagnitudes sets = new RelativeMagnitudes(data(0), 0.05, 200, 1, 1);
        double largest = 0.073014989 + 0.006472972;
        assertThat(sets.identified(2).low()).isCloseTo(BETA[4] - 2 * largest, offset(1e-12));
        assertThat(sets.identified(2).high()).isCloseTo(BETA[4] + 2 * largest, offset(1e-12));
        assertThat(SmoothTrends.identified(data(0), 0.05))
                .as("the estimates before bend more")
                .isEmpty();
        Ends smooth = SmoothTrends.identified(data(0), 0.2).orElseThrow();
        assertThat(smooth.low()).isCloseTo(BETA[4] + BETA[3] - 0.2, offset(1e-12));
        assertThat(smooth.high()).isCloseTo(BETA[4] + BETA[3] + 0.2, offset(1e-12));
    }

    /** Estimates drawn about trends of which one is the largest allowed: sets cover the effect as often as they say. */
    @Test
    void coverage() {
        int samples = 400;
        double[] trend = {0.02, -0.01, 0.01, 0.04, -0.04, -0.08, -0.04, 0};
        double[][] root = new CholeskyDecomposition(new Array2DRowRealMatrix(SIGMA))
                .getL()
                .getData();
        double[] l = {1, 0, 0, 0};
        int covered = 0;
        int shorter = 0;
        for (int s = 0; s < samples; s++) {
            CounterRandom random = new CounterRandom(7, "coverage", s);
            double[] normal = new double[8];
            Arrays.setAll(normal, i -> NormalTails.ofUniform(random.nextDouble()));
            double[] beta = new Array2DRowRealMatrix(root).operate(normal);
            Arrays.setAll(beta, i -> beta[i] + trend[i]);
            TrendEstimates data = new TrendEstimates(beta, SIGMA, 4, l);
            Ends set = new RelativeMagnitudes(data, 0.05, 300, s, 1).at(1).orElseThrow();
            covered += set.low() <= 0 && 0 <= set.high() ? 1 : 0;
            FixedLength.Interval interval = new FixedLength(data, 0.05).at(0.08);
            shorter += Math.abs(interval.estimate()) <= interval.halfLength() ? 1 : 0;
        }
        assertThat(covered / (double) samples).isBetween(0.93, 1.0);
        assertThat(shorter / (double) samples).isBetween(0.93, 1.0);
    }

    /** Between the ends of an interval so narrow for its size there is no number to halve it at. */
    @Test
    void aSetHardlyWiderThanRoundingHasEnds() {
        double[] beta = BETA.clone();
        for (int t = 4; t < beta.length; t++) {
            beta[t] += 1e10;
        }
        TrendEstimates far = new TrendEstimates(beta, SIGMA, 4, new double[] {1, 0, 0, 0});

        Ends ends = assertTimeoutPreemptively(
                Duration.ofSeconds(60),
                () -> new RelativeMagnitudes(far, 0.05, 100, 1, 1).at(0.5).orElseThrow());

        assertThat(ends.low()).isBetween(1e10 - 1, ends.high());
        assertThat(ends.high()).isLessThan(1e10 + 1);
    }
}
