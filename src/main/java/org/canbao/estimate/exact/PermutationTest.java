package org.canbao.estimate.exact;

import org.canbao.math.Parallel;
import org.canbao.result.ExactTestFit;
import org.canbao.spec.ExactTest.Test;

/**
 * Tests that two groups were formed at random: the statistic under every choice of as many rows for the second group. The
 * two-sided p-value counts choices whose statistic is as far from where it is without a difference as the one seen; those
 * enumerated are counted as they are, (c)/(n), drawn ones with the data as one draw more, (c+1)/(n+1).
 */
final class PermutationTest {
    private final double[] ascending;
    private final int[] second;
    private final Subsets subsets;
    private final int threads;

    /**
     * Rows of two groups.
     *
     * @param ascending the values of all, ascending
     * @param second the places of the second group's, ascending
     */
    PermutationTest(double[] ascending, int[] second, int draws, long seed, int threads) {
        this.ascending = ascending;
        this.second = second;
        this.subsets = new Subsets(ascending.length, second.length, draws, seed);
        this.threads = threads;
    }

    /** Counts and sums over some choices. */
    private static final class Tally {
        private final GroupStatistic statistic;
        private final double seen;
        private long less;
        private long greater;
        private long extreme;
        private double sum;
        private double squares;

        Tally(GroupStatistic statistic, double seen) {
            this.statistic = statistic;
            this.seen = seen;
        }

        void add(int[] chosen) {
            double value = statistic.of(chosen);
            double rounding = statistic.rounding();
            double centre = statistic.centre();
            less += value <= seen + rounding ? 1 : 0;
            greater += value >= seen - rounding ? 1 : 0;
            extreme += Math.abs(value - centre) >= Math.abs(seen - centre) - rounding ? 1 : 0;
            sum += value - centre;
            squares += (value - centre) * (value - centre);
        }

        void add(Tally other) {
            less += other.less;
            greater += other.greater;
            extreme += other.extreme;
            sum += other.sum;
            squares += other.squares;
        }
    }

    /** The test of a statistic. */
    ExactTestFit.Test test(Test test) {
        GroupStatistic statistic = GroupStatistic.of(test, ascending);
        double seen = statistic.of(second);
        Tally[] pieces = new Tally[Subsets.PIECES];
        Parallel.forEach(pieces.length, threads, piece -> {
            Tally tally = new Tally(statistic, seen);
            subsets.piece(piece, tally::add);
            pieces[piece] = tally;
        });
        Tally all = new Tally(statistic, seen);
        for (Tally piece : pieces) {
            all.add(piece);
        }
        double n = subsets.size();
        double variance = (all.squares - all.sum * all.sum / n) / (subsets.enumerated() ? n : n - 1);
        return new ExactTestFit.Test(
                ExactTestEstimator.name(test),
                seen,
                Math.sqrt(Math.max(0, variance)),
                Double.NaN,
                Double.NaN,
                share(all.extreme),
                share(all.less),
                share(all.greater),
                new ExactTestFit.Reference(subsets.size(), all.extreme, subsets.enumerated()));
    }

    private double share(long count) {
        return subsets.enumerated()
                ? count / (double) subsets.size()
                : (count + 1.0) / (subsets.size() + 1.0);
    }
}
