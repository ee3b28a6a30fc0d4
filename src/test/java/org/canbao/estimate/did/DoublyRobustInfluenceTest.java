package org.canbao.estimate.did;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.canbao.spec.CallawaySantanna.DrInfluence;
import org.junit.jupiter.api.Test;

/**
 * The influence of a row is the derivative of the estimate with respect to its weight. Here every row's weight is moved up
 * and down, with everything estimated anew, where treatment does not follow the logit that is fitted.
 */
class DoublyRobustInfluenceTest {
    private static final int[] SIZES = {30, 34, 44, 40};
    private static final double STEP = 1e-4;

    private final double[] ones;
    private final double[] y;
    private final double[][] x;

    DoublyRobustInfluenceTest() {
        int rows = Arrays.stream(SIZES).sum();
        SplittableRandom random = new SplittableRandom(11);
        ones = new double[rows];
        y = new double[rows];
        x = new double[2][rows];
        int row = 0;
        for (int part = 0; part < SIZES.length; part++) {
            for (int i = 0; i < SIZES[part]; i++, row++) {
                double u = random.nextDouble() - 0.5;
                double covariate = part < 2 ? Math.abs(u) + 0.3 * u : u - (part == 2 ? 0.2 : 0);
                ones[row] = 1;
                x[0][row] = 1;
                x[1][row] = covariate;
                y[row] = 3 * covariate * covariate + covariate + part + random.nextDouble();
            }
        }
    }

    private CellEffect effect(double[] weights, DrInfluence sign) {
        int[] ends = SIZES.clone();
        Arrays.parallelPrefix(ends, Integer::sum);
        CovariateNames names = new CovariateNames(List.of("intercept", "x"));
        return DoublyRobust.withRegression(names, sign).effect(new CellRows(ends, 2, y, weights, x));
    }

    private double derivative(int row) {
        double[] up = ones.clone();
        double[] down = ones.clone();
        up[row] += STEP;
        down[row] -= STEP;
        return (effect(up, DrInfluence.DRDID).estimate()
                        - effect(down, DrInfluence.DRDID).estimate())
                / (2 * STEP);
    }

    @Test
    void theDerivativeIsTheDerivative() {
        double[] influence = effect(ones, DrInfluence.DERIVATIVE).influence();
        for (int row = 0; row < ones.length; row++) {
            assertThat(influence[row]).isCloseTo(derivative(row), within(1e-7));
        }
    }

    /** DRDID's differs, for the controls of the base period alone, and not by rounding. */
    @Test
    void theOtherSignIsNot() {
        double[] influence = effect(ones, DrInfluence.DRDID).influence();
        int from = SIZES[0] + SIZES[1];
        int to = from + SIZES[2];
        double most = 0;
        for (int row = 0; row < ones.length; row++) {
            double difference = Math.abs(influence[row] - derivative(row));
            if (from <= row && row < to) {
                most = Math.max(most, difference);
            } else {
                assertThat(difference).isLessThan(1e-7);
            }
        }
        assertThat(most).isGreaterThan(1e-4);
    }
}
