package org.canbao.math;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GraphFactorTest {
    /** Firms in a ring, each sharing workers with those near it: separators are small, so nothing is sampled. */
    @Test
    void ofAGraphWithSmallSeparatorsIsExact() {
        int firms = 301;
        int[] worker = new int[6000];
        int[] firm = new int[6000];
        for (int i = 0; i < worker.length; i++) {
            worker[i] = i / 10;
            firm[i] = i % firms;
        }
        double[] right = sumsToZero(firms);
        SchurOperator schur = operator(worker, firm);
        double[] solution = right.clone();
        GraphFactor.of(schur.withFirst(0), schur.firstTotals()).solve(solution);
        double[] image = schur.apply(new double[][] {solution})[0];
        for (int level = 0; level < firms; level++) {
            assertThat(image[level]).isCloseTo(right[level], org.assertj.core.api.Assertions.within(1e-9));
        }
    }

    private static SchurOperator operator(int[] worker, int[] firm) {
        double[] ones = new double[worker.length];
        Arrays.fill(ones, 1);
        return new SchurOperator(GroupIndex.of(worker), List.of(GroupIndex.of(firm)), ones, 1);
    }

    private static double[] sumsToZero(int size) {
        CounterRandom random = new CounterRandom(1, "right", 0);
        double[] values = new double[size];
        double mean = 0;
        for (int i = 0; i < size; i++) {
            values[i] = random.nextDouble();
            mean += values[i] / size;
        }
        for (int i = 0; i < size; i++) {
            values[i] -= mean;
        }
        return values;
    }
}
