package org.canbao.estimate.rd;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.canbao.spec.RdRandomization.Statistic;

/** What is compared between treated and other rows, as a function of which units are treated. */
interface SideStatistic {
    /** The statistic; NaN if none or all are treated. */
    double of(boolean[] treated);

    /** The statistic of an outcome. */
    static SideStatistic of(Statistic statistic, double[] outcome, LotteryUnits units) {
        return switch (statistic) {
            case DIFFMEANS -> new Means(units, outcome);
            case RANKSUM -> new Ranks(units, outcome);
            case KS -> new Distributions(units, outcome);
        };
    }

    /** The difference of means, treated less others. */
    final class Means implements SideStatistic {
        private final double[] sums;
        private final double[] rows;
        private final double allSum;
        private final double allRows;

        Means(LotteryUnits units, double[] outcome) {
            double[] ones = new double[outcome.length];
            Arrays.fill(ones, 1);
            sums = units.sums(outcome);
            rows = units.sums(ones);
            allSum = Arrays.stream(sums).sum();
            allRows = outcome.length;
        }

        @Override
        public double of(boolean[] treated) {
            double sum = 0;
            double count = 0;
            for (int unit = 0; unit < treated.length; unit++) {
                if (treated[unit]) {
                    sum += sums[unit];
                    count += rows[unit];
                }
            }
            return sum / count - (allSum - sum) / (allRows - count);
        }
    }

    /** The rank sum of the rows not treated, less its mean, over its standard deviation; ties have their mean rank. */
    final class Ranks implements SideStatistic {
        private final double[] sums;
        private final double[] rows;
        private final double n;
        private final double variance;

        Ranks(LotteryUnits units, double[] outcome) {
            double[] ones = new double[outcome.length];
            Arrays.fill(ones, 1);
            double[] ranks = ranks(outcome);
            sums = units.sums(ranks);
            rows = units.sums(ones);
            n = outcome.length;
            double squares = 0;
            for (double rank : ranks) {
                squares += (rank - (n + 1) / 2) * (rank - (n + 1) / 2);
            }
            variance = squares / (n - 1);
        }

        @Override
        public double of(boolean[] treated) {
            double sum = 0;
            double others = 0;
            for (int unit = 0; unit < treated.length; unit++) {
                if (!treated[unit]) {
                    sum += sums[unit];
                    others += rows[unit];
                }
            }
            return (sum - others * (n + 1) / 2) / Math.sqrt(others * (n - others) * variance / n);
        }

        private static double[] ranks(double[] values) {
            int[] order = order(values);
            double[] ranks = new double[values.length];
            for (int from = 0; from < order.length; ) {
                int to = from + 1;
                while (to < order.length && values[order[to]] == values[order[from]]) {
                    to++;
                }
                for (int i = from; i < to; i++) {
                    ranks[order[i]] = (from + 1 + to) / 2.0;
                }
                from = to;
            }
            return ranks;
        }
    }

    /** The largest difference of the distribution functions, at the values that occur. */
    final class Distributions implements SideStatistic {
        private final int[] unitInOrder;
        private final boolean[] lastOfTie;

        Distributions(LotteryUnits units, double[] outcome) {
            int[] order = order(outcome);
            unitInOrder = IntStream.of(order).map(row -> units.unitOfRow()[row]).toArray();
            lastOfTie = new boolean[order.length];
            for (int i = 0; i < order.length; i++) {
                lastOfTie[i] = i + 1 == order.length || outcome[order[i + 1]] != outcome[order[i]];
            }
        }

        @Override
        public double of(boolean[] treated) {
            double all = 0;
            for (int unit : unitInOrder) {
                all += treated[unit] ? 1 : 0;
            }
            double others = unitInOrder.length - all;
            double most = all == 0 || others == 0 ? Double.NaN : 0;
            double right = 0;
            double left = 0;
            for (int i = 0; i < unitInOrder.length; i++) {
                if (treated[unitInOrder[i]]) {
                    right++;
                } else {
                    left++;
                }
                if (lastOfTie[i]) {
                    most = Math.max(most, Math.abs(right / all - left / others));
                }
            }
            return most;
        }
    }

    /** The places of values in ascending order; ties in the order of places. */
    private static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .boxed()
                .sorted((a, b) -> Double.compare(values[a], values[b]))
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
