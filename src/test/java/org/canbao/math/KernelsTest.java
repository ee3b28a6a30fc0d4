package org.canbao.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;

class KernelsTest {
    /** Fixed for good: results with a seed must not change from version to version. */
    @Test
    void numbersOfAStreamAreFixed() {
        CounterRandom random = new CounterRandom(1, "placebo", 0);
        assertThat(new long[] {random.nextLong(), random.nextLong()})
                .isEqualTo(new long[] {3304450124690801266L, 8348490718831904014L});
        assertThat(new CounterRandom(1, "placebo", 0).permutation(8)).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
    }

    @Test
    void streamsDifferBySeedNameAndDraw() {
        long base = new CounterRandom(1, "a", 0).nextLong();
        assertThat(new CounterRandom(2, "a", 0).nextLong()).isNotEqualTo(base);
        assertThat(new CounterRandom(1, "b", 0).nextLong()).isNotEqualTo(base);
        assertThat(new CounterRandom(1, "a", 1).nextLong()).isNotEqualTo(base);
    }

    @Test
    void permutationsAreUniform() {
        int[] counts = new int[6];
        int draws = 60_000;
        for (int d = 0; d < draws; d++) {
            int[] p = new CounterRandom(3, "uniform", d).permutation(3);
            counts[p[0] * 2 + (p[1] > p[2] ? 1 : 0)]++;
        }
        double chi2 = 0;
        for (int count : counts) {
            chi2 += Math.pow(count - draws / 6.0, 2) / (draws / 6.0);
        }
        assertThat(chi2).as("chi-squared with 5 df, 99.99% point").isLessThan(25.7);
    }

    @Test
    void doublesAreInTheUnitInterval() {
        CounterRandom random = new CounterRandom(4, "d", 0);
        double sum = 0;
        for (int i = 0; i < 10_000; i++) {
            double next = random.nextDouble();
            assertThat(next).isBetween(0.0, Math.nextDown(1.0));
            sum += next;
        }
        assertThat(sum / 10_000).isCloseTo(0.5, within(0.02));
    }

    @Test
    void groupsKeepTheirOrder() {
        GroupIndex index = GroupIndex.of(new int[] {7, 2, 7, 9, 2});
        assertThat(index.groups()).isEqualTo(3);
        assertThat(index.codes()).containsExactly(1, 0, 1, 2, 0);
        GroupIndex other = GroupIndex.of(new int[] {0, 0, 1, 1, 1});
        GroupIndex crossed = index.cross(other);
        assertThat(crossed.codes()).containsExactly(2, 0, 3, 4, 1);
        assertThat(crossed.nestedIn(index)).isTrue();
        assertThat(index.nestedIn(crossed)).isFalse();
    }

    @Test
    void longCodesCountUp() {
        LongCodes codes = new LongCodes();
        SplittableRandom random = new SplittableRandom(5);
        long[] keys = random.longs(5000).toArray();
        for (int i = 0; i < keys.length; i++) {
            assertThat(codes.code(keys[i])).isEqualTo(i);
        }
        for (int i = 0; i < keys.length; i++) {
            assertThat(codes.code(keys[i])).isEqualTo(i);
            assertThat(codes.key(i)).isEqualTo(keys[i]);
        }
        assertThat(codes.size()).isEqualTo(5000);
    }

    @Test
    void sumsSurviveCancellation() {
        Sums.Compensated sum = new Sums.Compensated();
        for (double term : new double[] {1, 1e100, 1, -1e100}) {
            sum.add(term);
        }
        assertThat(sum.value()).isEqualTo(2);
        double[] a = new SplittableRandom(6).doubles(10_000).toArray();
        double[] reversed = new double[a.length];
        Arrays.setAll(reversed, i -> a[a.length - 1 - i]);
        assertThat(Sums.sum(reversed)).isCloseTo(Sums.sum(a), within(1e-11));
    }

    @Test
    void everyTaskRunsOnceAndFailuresCome() {
        AtomicIntegerArray runs = new AtomicIntegerArray(100);
        Parallel.forEach(100, 4, runs::incrementAndGet);
        for (int i = 0; i < 100; i++) {
            assertThat(runs.get(i)).isEqualTo(1);
        }
        assertThatThrownBy(() -> Parallel.forEach(10, 3, i -> {
                    if (i == 7) {
                        throw new IllegalStateException("seven");
                    }
                }))
                .hasMessage("seven");
    }

    @Test
    void negativeEigenvaluesBecomeZero() {
        double[][] indefinite = {{1, 2}, {2, 1}};
        assertThat(SymmetricEigen.isPositive(indefinite)).isFalse();
        double[][] repaired = SymmetricEigen.withoutNegative(indefinite);
        for (double[] row : repaired) {
            for (double entry : row) {
                assertThat(entry).isCloseTo(1.5, within(1e-14));
            }
        }
        assertThat(SymmetricEigen.isPositive(new double[][] {{2, 1}, {1, 2}})).isTrue();
    }
}
