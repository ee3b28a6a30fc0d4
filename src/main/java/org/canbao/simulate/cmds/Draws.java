package org.canbao.simulate.cmds;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.canbao.math.CounterRandom;

/** Random numbers of the distributions that the simulation needs. */
final class Draws {
    private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

    private final CounterRandom random;

    Draws(CounterRandom random) {
        this.random = random;
    }

    /** True with a probability. */
    boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    /** Uniform on [0, 1). */
    double uniform() {
        return random.nextDouble();
    }

    /** Uniform on whole numbers, both ends included. */
    int between(int least, int most) {
        return least + random.nextInt(most - least + 1);
    }

    /** Standard normal. */
    double normal() {
        return STANDARD.inverseCumulativeProbability(random.nextDouble() + 0x1.0p-54);
    }

    /** Normal with this standard deviation, cut at two of them. */
    double shock(double deviation) {
        return deviation * Math.max(-2, Math.min(2, normal()));
    }

    /** Standard normals, each two with this correlation. */
    double[] alike(int count, double correlation) {
        double common = StrictMath.sqrt(correlation) * normal();
        double[] all = new double[count];
        for (int i = 0; i < count; i++) {
            all[i] = common + StrictMath.sqrt(1 - correlation) * normal();
        }
        return all;
    }

    /** The first place whose cumulated share is above a uniform number. */
    int place(double[] cumulated) {
        double u = random.nextDouble();
        int at = Arrays.binarySearch(cumulated, u);
        return Math.min(cumulated.length - 1, at < 0 ? -at - 1 : at + 1);
    }
}
