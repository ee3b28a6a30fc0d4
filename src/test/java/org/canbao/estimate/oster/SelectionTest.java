package org.canbao.estimate.oster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SelectionTest {
    /** Whatever the moments are, the coefficient for a delta needs that delta. */
    @Test
    void deltaUndoesBeta() {
        SplittableRandom random = new SplittableRandom(5);
        int cubics = 0;
        for (int i = 0; i < 500; i++) {
            Selection selection = new Selection(
                    random.nextDouble(-2, 2),
                    random.nextDouble(-2, 2),
                    random.nextDouble(0.1, 1),
                    random.nextDouble(0.1, 1),
                    1,
                    random.nextDouble(0.05, 0.95));
            double delta = i % 3 == 0 ? 1 : random.nextDouble(-2, 3);
            List<Double> betas = selection.betas(delta);
            cubics += betas.size() == 3 ? 1 : 0;
            assertThat(betas).hasSizeBetween(i % 3 == 0 ? 2 : 1, 3);
            for (double beta : betas) {
                assertThat(selection.delta(beta).orElseThrow()).isEqualTo(delta, within(1e-6));
            }
        }
        assertThat(cubics).isGreaterThan(50);
    }

    /** If controls hardly move x, the bias is Oster's simple formula: delta (b0 - b1) (Rmax - R1)/(R1 - R0). */
    @Test
    void isTheSimpleFormulaWhereControlsHardlyExplainTheTreatment() {
        Selection selection = new Selection(0.501, 0.5, 0.2, 0.1, 1, 1 - 1e-7);
        double simple = 0.5 - 0.001 * 0.1 / 0.2;
        assertThat(selection.betas(1).get(0)).isEqualTo(simple, within(1e-6));
    }

    @Test
    void nothingUnexplainedMeansNoBias() {
        assertThat(new Selection(0.7, 0.5, 0.2, 0, 1, 0.8).betas(1).get(0)).isEqualTo(0.5, within(1e-12));
    }

    @Test
    void unitsOfTreatmentAndOutcomeDropOut() {
        Selection one = new Selection(0.7, 0.5, 0.2, 0.3, 1, 0.8);
        Selection other = new Selection(7, 5, 0.2 * 400, 0.3 * 400, 4, 0.8 * 4);
        assertThat(other.delta(0).orElseThrow()).isEqualTo(one.delta(0).orElseThrow(), within(1e-12));
        assertThat(other.betas(1).get(0)).isEqualTo(10 * one.betas(1).get(0), within(1e-11));
        assertThat(other.betas(0.4).get(0)).isEqualTo(10 * one.betas(0.4).get(0), within(1e-11));
    }

    @Test
    void theDirectionOfControlsComesFirst() {
        Selection selection = new Selection(0.7, 0.5, 0.2, 0.3, 1, 0.8);
        List<Double> betas = selection.betas(1);
        assertThat(selection.reverses(betas.get(0))).isFalse();
        assertThat(betas.get(0)).isLessThan(0.5);
        assertThat(selection.reverses(betas.get(1))).isTrue();
    }

    @Test
    void rootsOfKnownPolynomials() {
        assertThat(Cubic.roots(1, -6, 11, -6, 1)).containsExactly(new double[] {1, 2, 3}, within(1e-12));
        assertThat(Cubic.roots(2, 0, 0, -16, 10)).containsExactly(new double[] {2}, within(1e-12));
        assertThat(Cubic.roots(0, 1, -3, 2, 1)).containsExactly(new double[] {1, 2}, within(1e-14));
        assertThat(Cubic.roots(0, 0, 2, -3, 1)).containsExactly(1.5);
        assertThat(Cubic.roots(0, 1, 0, 1, 1)).isEmpty();
        assertThat(Cubic.roots(0, 0, 0, 1, 1)).isEmpty();
    }
}
