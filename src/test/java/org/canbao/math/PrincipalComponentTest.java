package org.canbao.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PrincipalComponentTest {
    private static final double[] A = {1, 2, 3, 4, 6, 9.5};
    private static final double[] B = {2, 1, 4, 3, 7, 8};
    private static final double[] C = {5, 5.5, 4, 7, 6, 9};

    /** R 4.2: {@code prcomp(x, scale. = TRUE)}. */
    @Test
    void isThatOfPrcomp() {
        PrincipalComponent component = PrincipalComponent.of(new double[][] {A, B, C});
        assertThat(component.weights())
                .containsExactly(
                        new double[] {0.61947930957891029, 0.56819539545274445, 0.54166352802264295}, within(1e-13));
        assertThat(component.share()).isCloseTo(0.85687595030355845, within(1e-14));
        double[] scores = {
            -1.4288477730644897,
            -1.2772434358405611,
            -0.93126872567163188,
            -0.0032138533818955595,
            0.9021305945097858,
            2.7384431934487922
        };
        for (int i = 0; i < A.length; i++) {
            double score = 0;
            double[] row = {A[i], B[i], C[i]};
            for (int j = 0; j < row.length; j++) {
                score += component.weights()[j]
                        * (row[j] - component.means()[j])
                        / component.deviations()[j];
            }
            assertThat(score).isCloseTo(scores[i], within(1e-13));
        }
    }

    @Test
    void unitsDoNotMatterAndOppositesHaveASign() {
        double[] metres = Arrays.stream(A).map(a -> 1000 * a + 7).toArray();
        PrincipalComponent one = PrincipalComponent.of(new double[][] {A, B});
        PrincipalComponent other = PrincipalComponent.of(new double[][] {metres, B});
        assertThat(other.weights()).containsExactly(one.weights(), within(1e-13));
        double[] falling = Arrays.stream(A).map(a -> -a).toArray();
        assertThat(PrincipalComponent.of(new double[][] {A, falling}).weights())
                .containsExactly(new double[] {Math.sqrt(0.5), -Math.sqrt(0.5)}, within(1e-13));
    }

    @Test
    void aConstantColumnHasNone() {
        assertThatThrownBy(() -> PrincipalComponent.of(new double[][] {A, {3, 3, 3, 3, 3, 3}}))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("column 1 is constant");
    }
}
