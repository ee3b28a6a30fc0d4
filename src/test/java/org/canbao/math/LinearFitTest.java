package org.canbao.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearFitTest {
    private static final int N = 200;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bothSolversAgreeAndNameWhatTheyLeaveOut(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] x = new double[5][N];
        double[] y = new double[N];
        double[] w = new double[N];
        for (int i = 0; i < N; i++) {
            x[0][i] = random.nextDouble() - 0.5;
            x[1][i] = 1e5 * (random.nextDouble() - 0.5);
            x[2][i] = 2 * x[0][i] - 3e-5 * x[1][i];
            x[3][i] = 1e-4 * (random.nextDouble() - 0.5);
            x[4][i] = 0;
            y[i] = random.nextDouble();
            w[i] = 0.5 + random.nextDouble();
        }
        double[] totals = totals(x, w);
        totals[4] = 1;
        LinearFit cholesky = CholeskySolver.solve(gram(x, w), target(x, y, w), totals);
        LinearFit qr = QrSolver.solve(x, y, w, totals);
        for (LinearFit fit : new LinearFit[] {cholesky, qr}) {
            assertThat(fit.size()).isEqualTo(3);
            assertThat(new int[] {fit.kept(0), fit.kept(1), fit.kept(2)}).containsExactly(0, 1, 3);
            assertThat(fit.leftOut()).hasSize(2);
            assertThat(fit.leftOut().get(0).column()).isEqualTo(2);
            assertThat(fit.leftOut().get(0).with().get(0)).isCloseTo(2, within(1e-9));
            assertThat(fit.leftOut().get(0).with().get(1)).isCloseTo(-3e-5, within(1e-13));
            assertThat(fit.leftOut().get(1).column()).isEqualTo(4);
            assertThat(fit.leftOut().get(1).with()).isEmpty();
        }
        for (int j = 0; j < 3; j++) {
            assertThat(qr.coefficient(j) / cholesky.coefficient(j)).isCloseTo(1, within(1e-10));
            for (int l = 0; l < 3; l++) {
                assertThat(qr.inverse(j, l) / cholesky.inverse(j, l)).isCloseTo(1, within(1e-9));
            }
        }
        assertThat(cholesky.condition()).isBetween(1.0, 10.0);
    }

    /** Longley-like: the Gram matrix loses what reflections keep. */
    @Test
    void reflectionsKeepDigitsOfNearlyCollinearColumns() {
        double[][] x = new double[2][N];
        double[] y = new double[N];
        double[] w = new double[N];
        Arrays.fill(w, 1);
        for (int i = 0; i < N; i++) {
            double small = ((i * 37) % N) / (double) N - 0.5;
            x[0][i] = i - N / 2.0;
            x[1][i] = x[0][i] + 1e-2 * small;
            y[i] = 3 * x[0][i] - 2 * x[1][i];
        }
        LinearFit qr = QrSolver.solve(x, y, w, totals(x, w));
        assertThat(qr.coefficient(0)).isCloseTo(3, within(1e-8));
        assertThat(qr.coefficient(1)).isCloseTo(-2, within(1e-8));
        assertThat(qr.condition()).isGreaterThan(1e7);
    }

    private static double[] totals(double[][] x, double[] w) {
        return Arrays.stream(x)
                .mapToDouble(column -> Sums.dot(w, column, column))
                .toArray();
    }

    private static double[][] gram(double[][] x, double[] w) {
        return Arrays.stream(x)
                .map(a -> Arrays.stream(x).mapToDouble(b -> Sums.dot(w, a, b)).toArray())
                .toArray(double[][]::new);
    }

    private static double[] target(double[][] x, double[] y, double[] w) {
        return Arrays.stream(x).mapToDouble(a -> Sums.dot(w, a, y)).toArray();
    }
}
