package org.canbao.estimate.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.canbao.spec.ExactTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Over all assignments, an exact test rejects at a level in no more than that share of them. */
class PermutationTestTest {
    private static final double[] VALUES = {-3, -1.5, -1.5, 0, 0.25, 1, 2, 2, 7};

    @ParameterizedTest
    @EnumSource(value = ExactTest.Test.class, names = "FISHER", mode = EnumSource.Mode.EXCLUDE)
    void holdsItsLevelOverEveryAssignment(ExactTest.Test test) {
        List<Double> pValues = new ArrayList<>();
        for (int[] second : all(VALUES.length, 4)) {
            pValues.add(new PermutationTest(VALUES, second, 1, 1, 1).test(test).pValue());
        }
        assertThat(pValues).hasSize(126);
        for (double level = 0.01; level < 1; level += 0.01) {
            double asked = level;
            double rejected = pValues.stream().filter(p -> p <= asked).count() / 126.0;
            assertThat(rejected).isLessThanOrEqualTo(level + 1e-12);
        }
        assertThat(pValues.stream().mapToDouble(p -> p).min().orElseThrow()).isLessThan(0.05);
    }

    @Test
    void everyChoiceComesOnce() {
        List<int[]> all = all(9, 4);
        Set<List<Integer>> distinct = new HashSet<>();
        all.forEach(chosen -> distinct.add(Arrays.stream(chosen).boxed().toList()));
        assertThat(all).hasSize(126);
        assertThat(distinct).hasSize(126);
        assertThat(all(30, 29)).hasSize(30);
    }

    private static List<int[]> all(int n, int k) {
        Subsets subsets = new Subsets(n, k, 1, 1);
        List<int[]> all = new ArrayList<>();
        for (int piece = 0; piece < Subsets.PIECES; piece++) {
            subsets.piece(piece, chosen -> all.add(chosen.clone()));
        }
        return all;
    }
}
