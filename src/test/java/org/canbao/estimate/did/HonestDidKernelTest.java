package org.canbao.estimate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.util.Optional;
import org.canbao.result.HonestDidFit.Ends;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The event study of Benzarti and Carloni (2019) that R's HonestDiD has as {@code BCdata_EventStudy}, rounded to seven
 * digits, and what HonestDiD 0.2 gives for it.
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

    @ParameterizedTest
    @CsvSource({
        "0, 0.13141131596381356, 0.216169648209591",
        "0.01, 0.1549652670807741, 0.2703845303265206",
        "0.02, 0.17730108790014376, 0.31595646819476952",
        "0.03, 0.18940446443439926, 0.34854775003919292",
    })
    void fixedLengthIntervals(double m, double low, double high) {
        FixedLength.Interval interval = new FixedLength(data(0), 0.05).at(m);
        System.out.println(m + " " + interval.low() + " " + interval.high() + " " + interval.halfLength() + " R "
                + (high - low) / 2);
        assertThat(interval.halfLength()).isCloseTo((high - low) / 2, offset(2e-4));
        assertThat(interval.low()).isCloseTo(low, offset(5e-4));
    }

    @ParameterizedTest
    @CsvSource({
        "0.5, 0.11812948578177346, 0.27158386602562062",
        "1.0, 0.06723125075039843, 0.31868372530838568",
        "1.5, 0.013294315120135292, 0.36958196033976071",
        "2.0, -0.042161970809571847, NaN",
    })
    void relativeMagnitudes(double m, double low, double high) {
        long start = System.nanoTime();
        Optional<Ends> ends = new RelativeMagnitudes(data(0), 0.05, 1000, 1, 1).at(m);
        System.out.println(m + " " + ends + " R " + low + " " + high + " ms " + (System.nanoTime() - start) / 1e6);
        assertThat(ends.orElseThrow().low()).isCloseTo(low, offset(1e-3));
    }

    @Test
    void otherPeriod() {
        for (double m : new double[] {0, 0.5, 1, 1.5, 2}) {
            System.out.println(m + " " + new RelativeMagnitudes(data(2), 0.05, 1000, 1, 1).at(m));
        }
        for (double m : new double[] {0, 0.1, 0.2, 0.3}) {
            FixedLength.Interval i = new FixedLength(data(2), 0.05).at(m);
            System.out.println(m + " " + i.low() + " " + i.high());
        }
    }
}
