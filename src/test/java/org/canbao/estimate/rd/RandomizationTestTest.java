package org.canbao.estimate.rd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.canbao.math.CounterRandom;
import org.canbao.result.RdRandomizationFit;
import org.canbao.spec.RdRandomization.Grid;
import org.canbao.spec.RdRandomization.Lottery;
import org.canbao.spec.RdRandomization.Statistic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RandomizationTestTest {
    private static final double[] OUTCOME = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3};
    private static final boolean[] TREATED = {false, false, false, false, false, true, true, true, true, false};

    private static Lottery lottery(boolean bernoulli, int draws) {
        return new Lottery(bernoulli, OptionalDouble.empty(), Optional.empty(), Optional.empty(), draws, 1);
    }

    private static RandomizationTest of(double[] outcome, LotteryUnits units, Lottery lottery) {
        return new RandomizationTest(outcome, units, lottery, "test", 1);
    }

    /** 210 choices of 4 out of 10, counted without the code under test. */
    @ParameterizedTest
    @EnumSource(Statistic.class)
    void allAssignmentsGiveTheExactShare(Statistic statistic) {
        LotteryUnits units = LotteryUnits.ofRows(TREATED);
        RandomizationTest test = of(OUTCOME, units, lottery(false, 210));
        SideStatistic stat = SideStatistic.of(statistic, OUTCOME, units);
        double least = Math.abs(stat.of(TREATED)) - 1e-9;
        int all = 0;
        int extreme = 0;
        for (int mask = 0; mask < 1024; mask++) {
            if (Integer.bitCount(mask) == 4) {
                boolean[] drawn = new boolean[10];
                for (int i = 0; i < 10; i++) {
                    drawn[i] = (mask >> i & 1) == 1;
                }
                all++;
                extreme += Math.abs(stat.of(drawn)) >= least ? 1 : 0;
            }
        }
        RdRandomizationFit.Test found = test.test(statistic, 0, true, 95, List.of());
        assertThat(test.enumerated()).isTrue();
        assertThat(test.draws()).isEqualTo(all).isEqualTo(210);
        assertThat(found.extreme()).isEqualTo(extreme);
        assertThat(found.pValue()).isEqualTo(extreme / 210.0).isEqualTo(found.share());
    }

    /** By hand: ranks of the six untreated are 4.5, 1.5, 6, 1.5, 7.5, 4.5; R's wilcox.test counts the same. */
    @Test
    void statisticsAreWhatTheirNamesSay() {
        LotteryUnits units = LotteryUnits.ofRows(TREATED);
        assertThat(SideStatistic.of(Statistic.DIFFMEANS, OUTCOME, units).of(TREATED))
                .isCloseTo(22 / 4.0 - 17 / 6.0, within(1e-12));
        double[] ranks = {4.5, 1.5, 6, 1.5, 7.5, 10, 3, 9, 7.5, 4.5};
        double squares = Arrays.stream(ranks).map(r -> (r - 5.5) * (r - 5.5)).sum() / 9;
        double expected = (25.5 - 6 * 11 / 2.0) / Math.sqrt(6 * 4 * squares / 10);
        assertThat(SideStatistic.of(Statistic.RANKSUM, OUTCOME, units).of(TREATED))
                .isCloseTo(expected, within(1e-12));
        // at 4: five of six untreated, one of four treated are at most 4
        assertThat(SideStatistic.of(Statistic.KS, OUTCOME, units).of(TREATED))
                .isCloseTo(5 / 6.0 - 1 / 4.0, within(1e-12));
    }

    @Test
    void drawsCountTheDataAsOneMore() {
        RandomizationTest test = of(OUTCOME, LotteryUnits.ofRows(TREATED), lottery(false, 99));
        RdRandomizationFit.Test found = test.test(Statistic.DIFFMEANS, 0, true, 95, List.of());
        assertThat(test.enumerated()).isFalse();
        assertThat(found.pValue()).isEqualTo((found.extreme() + 1) / 100.0);
        assertThat(found.share()).isEqualTo(found.extreme() / 99.0);
    }

    /** The ends are where the p-value crosses the level: a step beyond, the effect is rejected. */
    @ParameterizedTest
    @CsvSource({"false, 210", "false, 199", "true, 2000", "true, 300"})
    void theIntervalHoldsWhatIsNotRejected(boolean bernoulli, int draws) {
        CounterRandom random = new CounterRandom(3, "interval", draws);
        double[] outcome = IntStream.range(0, 10)
                .mapToDouble(i -> (TREATED[i] ? 30 : 0) + random.nextDouble())
                .toArray();
        RandomizationTest test = of(outcome, LotteryUnits.ofRows(TREATED), lottery(bernoulli, draws));
        RdRandomizationFit.Test found = test.test(Statistic.DIFFMEANS, 0, false, 90, List.of());
        double step = 1e-6;
        assertThat(found.low()).isLessThan(found.high());
        assertThat(test.pValue(Statistic.DIFFMEANS, found.low() + step)).isGreaterThanOrEqualTo(0.1);
        assertThat(test.pValue(Statistic.DIFFMEANS, found.low() - step)).isLessThan(0.1);
        assertThat(test.pValue(Statistic.DIFFMEANS, found.high() - step)).isGreaterThanOrEqualTo(0.1);
        assertThat(test.pValue(Statistic.DIFFMEANS, found.high() + step)).isLessThan(0.1);
    }

    @Test
    void aGridGivesIntervalsOfOtherStatistics() {
        double[] outcome = IntStream.range(0, 10)
                .mapToDouble(i -> (TREATED[i] ? 5 : 0) + 0.1 * i)
                .toArray();
        RandomizationTest test = of(outcome, LotteryUnits.ofRows(TREATED), lottery(false, 210));
        List<RdRandomizationFit.Tried> tried = test.tried(Statistic.RANKSUM, new Grid(0, 10, 101));
        RdRandomizationFit.Test found = test.test(Statistic.RANKSUM, 0, false, 90, tried);
        assertThat(tried).hasSize(101);
        assertThat(found.low()).isBetween(3.0, 5.4);
        assertThat(found.high()).isBetween(5.0, 7.0);
    }

    @Test
    void strataKeepTheirNumberOfTreated() {
        boolean[] treated = {true, false, false, true, true, false, false, false};
        int[] strata = {0, 0, 0, 1, 1, 1, 1, 1};
        int[] rows = {0, 1, 2, 3, 4, 5, 6, 7};
        LotteryUnits units = new LotteryUnits(rows, treated, strata, 2);
        for (int number : new int[] {10, 1000}) {
            LotteryDraws draws = new LotteryDraws(units, lottery(false, number), "test");
            assertThat(draws.enumerated()).isEqualTo(number == 1000);
            for (int d = 0; d < draws.size(); d++) {
                boolean[] drawn = draws.draw(d);
                assertThat(IntStream.range(0, 3).filter(i -> drawn[i]).count()).isEqualTo(1);
                assertThat(IntStream.range(3, 8).filter(i -> drawn[i]).count()).isEqualTo(2);
            }
        }
        LotteryDraws all = new LotteryDraws(units, lottery(false, 1000), "test");
        assertThat(IntStream.range(0, all.size())
                        .mapToObj(d -> Arrays.toString(all.draw(d)))
                        .distinct())
                .hasSize(30);
    }

    /** Under the null, with whole values of the running variable drawn, p-values are uniform: an exact test. */
    @ParameterizedTest
    @EnumSource(Statistic.class)
    void pValuesAreUniformUnderTheNull(Statistic statistic) {
        int samples = 400;
        int rejected = 0;
        for (int s = 0; s < samples; s++) {
            CounterRandom random = new CounterRandom(11, "null", s);
            int months = 12;
            int rows = 60;
            double[] shocks = IntStream.range(0, months)
                    .mapToDouble(m -> random.nextDouble())
                    .toArray();
            boolean[] treated = new boolean[months];
            int[] month = IntStream.range(0, rows).map(i -> i % months).toArray();
            double[] outcome = IntStream.of(month)
                    .mapToDouble(m -> shocks[m] + 0.2 * random.nextDouble())
                    .toArray();
            int[] lots = random.permutation(months);
            for (int i = 0; i < 6; i++) {
                treated[lots[i]] = true;
            }
            LotteryUnits units = new LotteryUnits(month, treated, new int[months], 1);
            rejected += of(outcome, units, lottery(false, 924)).pValue(statistic, 0) <= 0.1 ? 1 : 0;
        }
        double error = Math.sqrt(0.1 * 0.9 / samples);
        // the distribution of ks has few values, so that its size is at most the level
        double least = statistic == Statistic.KS ? 0.1 - 5 * error : 0.1 - 3 * error;
        assertThat(rejected / (double) samples).isBetween(least, 0.1 + 3 * error);
    }

    @Test
    void threadsChangeNothing() {
        CounterRandom random = new CounterRandom(5, "threads", 0);
        double[] outcome =
                IntStream.range(0, 200).mapToDouble(i -> random.nextDouble()).toArray();
        boolean[] treated = new boolean[200];
        Arrays.fill(treated, 0, 90, true);
        LotteryUnits units = LotteryUnits.ofRows(treated);
        for (Statistic statistic : Statistic.values()) {
            assertThat(new RandomizationTest(outcome, units, lottery(false, 500), "t", 2)
                            .test(statistic, 0.1, true, 95, List.of()))
                    .isEqualTo(new RandomizationTest(outcome, units, lottery(false, 500), "t", 1)
                            .test(statistic, 0.1, true, 95, List.of()));
        }
    }
}
