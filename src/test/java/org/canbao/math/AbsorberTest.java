package org.canbao.math;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleSupplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AbsorberTest {
    private static final int ROWS = 3000;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void iterationsAndFactorAgree(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = values(() -> 0.1 + random.nextDouble());
        List<Absorber.Effect> effects = effects(random);
        double[] x = values(() -> random.nextDouble() + 5);
        double[] direct = new Absorber(effects, weights).residual(x);
        double[] iterated = new Absorber(effects, weights, 0).residual(x);
        for (int i = 0; i < ROWS; i++) {
            assertThat(iterated[i]).isCloseTo(direct[i], within(1e-11));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 6})
    void residualsAreOrthogonalAndStay(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = values(() -> 0.1 + random.nextDouble());
        List<Absorber.Effect> effects = effects(random);
        double[] slope = effects.get(0).slopes().get(0);
        Absorber absorber = new Absorber(effects, weights);
        double[] residual = absorber.residual(values(random::nextDouble));
        for (Absorber.Effect effect : effects) {
            double[] sums = new double[effect.groups().groups()];
            double[] products = new double[sums.length];
            for (int i = 0; i < ROWS; i++) {
                sums[effect.groups().code(i)] += weights[i] * residual[i];
                products[effect.groups().code(i)] += weights[i] * residual[i] * slope[i];
            }
            assertThat(Arrays.stream(sums).map(Math::abs).max().orElseThrow()).isLessThan(1e-11);
            if (!effect.slopes().isEmpty()) {
                assertThat(Arrays.stream(products).map(Math::abs).max().orElseThrow())
                        .isLessThan(1e-9);
            }
        }
        assertThat(absorber.remaining(residual)).isLessThan(Absorber.TOLERANCE);
        double[] again = absorber.residual(residual);
        for (int i = 0; i < ROWS; i++) {
            assertThat(again[i]).isCloseTo(residual[i], within(1e-13));
        }
    }

    /** Every worker in every year once, or but for some: sums over years are the same for all workers, or not. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 700})
    void balancedPanelsAndAlmostBalancedOnesAgreeWithTheFactor(int missing) {
        SplittableRandom random = new SplittableRandom(9);
        int rows = ROWS - missing;
        int[] order = random.ints(ROWS, 0, Integer.MAX_VALUE).toArray();
        int[] kept = IntStream.range(0, ROWS)
                .boxed()
                .sorted(Comparator.comparingInt(i -> order[i]))
                .mapToInt(i -> i)
                .limit(rows)
                .toArray();
        List<Absorber.Effect> effects = Stream.of(
                        GroupIndex.of(Arrays.stream(kept).map(i -> i / 10).toArray()),
                        GroupIndex.of(Arrays.stream(kept).map(i -> i % 10).toArray()),
                        groups(random, 60).take(IntStream.range(0, rows).toArray()))
                .map(groups -> new Absorber.Effect(groups, true, List.of()))
                .toList();
        double[] ones = new double[rows];
        Arrays.fill(ones, 1);
        double[] x = random.doubles(rows).toArray();
        double[] direct = new Absorber(effects, ones).residual(x);
        double[] iterated = new Absorber(effects, ones, 0).residual(x);
        for (int i = 0; i < rows; i++) {
            assertThat(iterated[i]).isCloseTo(direct[i], within(1e-11));
        }
    }

    @Test
    void leverageSumsToTheRank() {
        SplittableRandom random = new SplittableRandom(7);
        double[] weights = values(() -> 0.1 + random.nextDouble());
        GroupIndex a = groups(random, 40);
        GroupIndex b = groups(random, 7);
        Absorber absorber = new Absorber(
                List.of(new Absorber.Effect(a, true, List.of()), new Absorber.Effect(b, true, List.of())), weights);
        assertThat(Arrays.stream(absorber.leverage().orElseThrow()).sum()).isCloseTo(40 + 7 - 1, within(1e-9));
    }

    @Test
    void disconnectedEffectsAreExactToo() {
        int[] first = new int[ROWS];
        int[] second = new int[ROWS];
        SplittableRandom random = new SplittableRandom(8);
        for (int i = 0; i < ROWS; i++) {
            int component = i % 2;
            first[i] = 10 * component + random.nextInt(10);
            second[i] = 5 * component + random.nextInt(5);
        }
        double[] weights = values(() -> 1);
        List<Absorber.Effect> effects = List.of(
                new Absorber.Effect(GroupIndex.of(first), true, List.of()),
                new Absorber.Effect(GroupIndex.of(second), true, List.of()));
        double[] x = values(random::nextDouble);
        double[] direct = new Absorber(effects, weights).residual(x);
        double[] iterated = new Absorber(effects, weights, 0).residual(x);
        for (int i = 0; i < ROWS; i++) {
            assertThat(iterated[i]).isCloseTo(direct[i], within(1e-11));
        }
        assertThat(Arrays.stream(new Absorber(effects, weights).leverage().orElseThrow())
                        .sum())
                .isCloseTo(20 + 10 - 2, within(1e-9));
    }

    /** A chain of levels with one link each, the slowest graph there is. */
    @Test
    void hardlyConnectedLevelsConverge() {
        int n = 2000;
        int[] first = new int[n];
        int[] second = new int[n];
        for (int i = 0; i < n; i++) {
            first[i] = i / 2;
            second[i] = (i + 1) / 2;
        }
        double[] weights = new double[n];
        Arrays.fill(weights, 1);
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = Math.sin(i);
        }
        double[] residual = new Absorber(
                        List.of(
                                new Absorber.Effect(GroupIndex.of(first), true, List.of()),
                                new Absorber.Effect(GroupIndex.of(second), true, List.of())),
                        weights,
                        0)
                .residual(x);
        double[] sums = new double[n];
        for (int i = 0; i < n; i++) {
            sums[second[i]] += residual[i];
        }
        assertThat(Arrays.stream(sums).map(Math::abs).max().orElseThrow()).isLessThan(1e-10);
    }

    /**
     * A chain of levels with a trend of its own in each, where information travels from one end to the other link by link:
     * what iterations give is the exact solution, and what they left is known.
     */
    @Test
    void trendsInAChainAreSolvedExactly() {
        int n = 2000;
        int[] first = new int[n];
        int[] second = new int[n];
        double[] trend = new double[n];
        double[] x = new double[n];
        double[] weights = new double[n];
        for (int i = 0; i < n; i++) {
            first[i] = i / 5;
            second[i] = (i + 2) / 5;
            trend[i] = 2000 + i % 7;
            x[i] = Math.sin(i) + i / 100.0;
            weights[i] = 1 + i % 3;
        }
        List<Absorber.Effect> effects = List.of(
                new Absorber.Effect(GroupIndex.of(first), true, List.of(trend)),
                new Absorber.Effect(GroupIndex.of(second), true, List.of(trend)));
        Absorber exact = new Absorber(effects, weights);
        Absorber iterated = new Absorber(effects, weights, 0);
        double[] expected = exact.residual(x);
        double[] residual = iterated.residual(x);
        assertThat(exact.solver()).isEqualTo("factored");
        assertThat(iterated.solver()).isEqualTo("conjugate gradients");
        for (int i = 0; i < n; i++) {
            assertThat(residual[i]).isCloseTo(expected[i], within(1e-9));
        }
        assertThat(iterated.achieved()).isLessThanOrEqualTo(Absorber.TOLERANCE);
        assertThat(iterated.iterations()).isGreaterThan(100);
    }

    private static List<Absorber.Effect> effects(SplittableRandom random) {
        double[] slope = values(() -> 2000 + 10 * random.nextDouble());
        List<Absorber.Effect> effects = new ArrayList<>();
        effects.add(new Absorber.Effect(groups(random, 60), true, List.of(slope)));
        effects.add(new Absorber.Effect(groups(random, 12), true, List.of()));
        effects.add(new Absorber.Effect(groups(random, 5), true, List.of()));
        return effects;
    }

    private static GroupIndex groups(SplittableRandom random, int levels) {
        int[] codes = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            codes[i] = i < levels ? i : random.nextInt(levels);
        }
        return GroupIndex.of(codes);
    }

    private static double[] values(DoubleSupplier next) {
        double[] values = new double[ROWS];
        Arrays.setAll(values, i -> next.getAsDouble());
        return values;
    }
}
