package org.canbao.estimate.rd;

import org.apache.commons.math3.util.CombinatoricsUtils;
import org.canbao.math.CounterRandom;
import org.canbao.spec.RdRandomization.Lottery;

/**
 * Assignments of treatment: so many draws, or all that there are where these are no more. A draw is a function of the seed
 * and its number, so draws can be made in any order.
 */
final class LotteryDraws {
    private final LotteryUnits units;
    private final int[][] members;
    private final int[] treated;
    private final Lottery lottery;
    private final String stream;
    private final boolean enumerated;
    private final int size;

    /**
     * Draws for these units.
     *
     * @param stream the name of the stream of random numbers
     */
    LotteryDraws(LotteryUnits units, Lottery lottery, String stream) {
        this.units = units;
        this.members = units.members();
        this.treated = units.treatedCounts();
        this.lottery = lottery;
        this.stream = stream;
        double all = assignments();
        this.enumerated = all <= lottery.draws();
        this.size = enumerated ? (int) all : lottery.draws();
    }

    /** How many assignments. */
    int size() {
        return size;
    }

    /** Whether they are all there are. */
    boolean enumerated() {
        return enumerated;
    }

    /** Who is treated in a draw. */
    boolean[] draw(int number) {
        if (enumerated) {
            return lottery.bernoulli() ? subset(number) : combination(number);
        }
        CounterRandom random = new CounterRandom(lottery.seed(), stream, number);
        boolean[] drawn = new boolean[units.size()];
        for (int s = 0; s < members.length; s++) {
            if (lottery.bernoulli()) {
                for (int unit : members[s]) {
                    drawn[unit] = random.nextDouble() < probability(s);
                }
            } else {
                int[] order = random.permutation(members[s].length);
                for (int i = 0; i < treated[s]; i++) {
                    drawn[members[s][order[i]]] = true;
                }
            }
        }
        return drawn;
    }

    /** The probability of a draw: the same for all that were drawn, or that keep the number treated. */
    double weight(boolean[] drawn) {
        if (!enumerated || !lottery.bernoulli()) {
            return 1;
        }
        double weight = 1;
        for (int unit = 0; unit < drawn.length; unit++) {
            double p = probability(units.stratum()[unit]);
            weight *= 2 * (drawn[unit] ? p : 1 - p);
        }
        return weight;
    }

    private double probability(int s) {
        return lottery.probability().orElse((double) treated[s] / members[s].length);
    }

    private double assignments() {
        if (lottery.bernoulli()) {
            return StrictMath.pow(2, units.size());
        }
        double all = 1;
        for (int s = 0; s < members.length; s++) {
            all *= Math.rint(CombinatoricsUtils.binomialCoefficientDouble(members[s].length, treated[s]));
        }
        return all;
    }

    private boolean[] subset(int number) {
        boolean[] drawn = new boolean[units.size()];
        for (int unit = 0; unit < drawn.length; unit++) {
            drawn[unit] = (number >> unit & 1) == 1;
        }
        return drawn;
    }

    /** The combination of that number in each stratum, numbers counted stratum by stratum. */
    private boolean[] combination(int number) {
        boolean[] drawn = new boolean[units.size()];
        int left = number;
        for (int s = 0; s < members.length; s++) {
            int n = members[s].length;
            int count = (int) CombinatoricsUtils.binomialCoefficient(n, treated[s]);
            for (int place : unranked(n, treated[s], left % count)) {
                drawn[members[s][place]] = true;
            }
            left /= count;
        }
        return drawn;
    }

    /** The {@code rank}-th choice of {@code k} from 0 to {@code n - 1}, in lexicographic order. */
    private static int[] unranked(int n, int k, int rank) {
        int[] chosen = new int[k];
        int place = 0;
        int left = rank;
        for (int i = 0; i < k; i++) {
            while (true) {
                int beginning = (int) CombinatoricsUtils.binomialCoefficient(n - place - 1, k - i - 1);
                if (left < beginning) {
                    break;
                }
                left -= beginning;
                place++;
            }
            chosen[i] = place++;
        }
        return chosen;
    }
}
