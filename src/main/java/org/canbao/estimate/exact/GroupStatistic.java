package org.canbao.estimate.exact;

import java.util.Arrays;
import org.canbao.spec.ExactTest.Test;

/** What is compared between two groups, as a function of who is in the second. */
interface GroupStatistic {
    /**
     * The statistic.
     *
     * @param second the places, among the values in ascending order, of those in the second group, ascending
     */
    double of(int[] second);

    /** Its value where the groups do not differ. */
    default double centre() {
        return 0;
    }

    /** Values that differ by less are equal but for rounding. */
    double rounding();

    /** The statistic of a test. */
    static GroupStatistic of(Test test, double[] ascending) {
        return switch (test) {
            case MEAN -> new Means(ascending);
            case MEDIAN -> new Medians(ascending);
            case AUC -> new Auc(ascending);
            case FISHER -> throw new IllegalArgumentException("Fisher's test compares no statistic");
        };
    }

    /** The second group's mean less the first's. */
    final class Means implements GroupStatistic {
        private final double[] centred;
        private final double total;
        private final double rounding;

        Means(double[] ascending) {
            double mean = Arrays.stream(ascending).average().orElseThrow();
            centred = Arrays.stream(ascending).map(value -> value - mean).toArray();
            total = Arrays.stream(centred).sum();
            rounding = 1e-12 * Math.max(Math.abs(ascending[0]), Math.abs(ascending[ascending.length - 1]));
        }

        @Override
        public double of(int[] second) {
            double sum = 0;
            for (int place : second) {
                sum += centred[place];
            }
            return sum / second.length - (total - sum) / (centred.length - second.length);
        }

        @Override
        public double rounding() {
            return rounding;
        }
    }

    /** The second group's median less the first's. */
    final class Medians implements GroupStatistic {
        private final double[] ascending;
        private final double rounding;

        Medians(double[] ascending) {
            this.ascending = ascending;
            this.rounding = 1e-12 * Math.max(Math.abs(ascending[0]), Math.abs(ascending[ascending.length - 1]));
        }

        @Override
        public double of(int[] second) {
            int m = second.length;
            int others = ascending.length - m;
            double inside = (ascending[second[(m - 1) / 2]] + ascending[second[m / 2]]) / 2;
            double outside = (ascending[without(second, (others - 1) / 2)] + ascending[without(second, others / 2)]) / 2;
            return inside - outside;
        }

        /** The place of the value of this rank among those not chosen. */
        private static int without(int[] chosen, int rank) {
            int place = rank;
            for (int each : chosen) {
                if (each > place) {
                    break;
                }
                place++;
            }
            return place;
        }

        @Override
        public double rounding() {
            return rounding;
        }
    }

    /** The share of pairs in which the second group's value is the larger, ties counting half. */
    final class Auc implements GroupStatistic {
        private final double[] ranks;

        Auc(double[] ascending) {
            ranks = new double[ascending.length];
            for (int from = 0; from < ranks.length; ) {
                int to = from + 1;
                while (to < ranks.length && ascending[to] == ascending[from]) {
                    to++;
                }
                Arrays.fill(ranks, from, to, (from + 1 + to) / 2.0);
                from = to;
            }
        }

        @Override
        public double of(int[] second) {
            double sum = 0;
            for (int place : second) {
                sum += ranks[place];
            }
            double m = second.length;
            return (sum - m * (m + 1) / 2) / (m * (ranks.length - m));
        }

        @Override
        public double centre() {
            return 0.5;
        }

        @Override
        public double rounding() {
            return 1e-12;
        }
    }
}
